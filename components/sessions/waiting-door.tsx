"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type Props = {
  isOpen: boolean;
  /** milliseconds to the opening, by the clock of the portal */
  opensIn: number;
  /** id of the form that goes in */
  formId: string;
};

const lookAgainMs = 30_000;

/**
 * Waits before a door: looks again every half minute, since a session may be moved, and at the opening itself; whoever has
 * waited is then let in. Nothing on the page moves meanwhile. Without JavaScript the page renews itself.
 */
export function WaitingDoor({ isOpen, opensIn, formId }: Props) {
  const router = useRouter();
  const waited = useRef(false);
  useEffect(() => {
    if (isOpen) {
      if (waited.current) (document.getElementById(formId) as HTMLFormElement | null)?.requestSubmit();
      waited.current = false;
      return;
    }
    waited.current = true;
    // Not everybody in the same second.
    const opening = setTimeout(
      () => router.refresh(),
      Math.min(opensIn, 2 ** 30) + 200 + Math.random() * 2_000,
    );
    const looking = setInterval(() => router.refresh(), lookAgainMs);
    return () => {
      clearTimeout(opening);
      clearInterval(looking);
    };
  }, [isOpen, opensIn, formId, router]);
  return null;
}

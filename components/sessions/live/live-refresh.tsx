"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";

type Props = {
  /** where it is said whether the page is out of date */
  address: string;
  /** what was said when the page was made */
  mark: string;
};

const everyMs = 10_000;
/** what the clock alone changes is made anew as well, if not so often */
const stillMs = 60_000;

/**
 * Makes the page anew when something on it has changed, for as long as somebody looks at it. It is asked for only after the
 * portal has given an answer: the framework takes a page that cannot be had for one that has to be loaded whole, and puts the
 * browser's own page without network in place of this one, with whatever was being typed.
 */
export function LiveRefresh({ address, mark }: Props) {
  const router = useRouter();
  const shown = useRef({ mark, at: 0 });
  useEffect(() => {
    shown.current = { mark, at: performance.now() };
  }, [mark]);
  useEffect(() => {
    const look = async () => {
      if (document.visibilityState !== "visible") return;
      const now = await markAt(address);
      const { mark: known, at } = shown.current;
      if (now === null || (now === known && performance.now() - at < stillMs)) return;
      shown.current = { mark: now, at: performance.now() };
      router.refresh();
    };
    const looking = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(looking);
      document.removeEventListener("visibilitychange", look);
    };
  }, [address, router]);
  return null;
}

async function markAt(address: string): Promise<string | null> {
  try {
    const response = await fetch(address, { cache: "no-store" });
    return response.ok ? ((await response.json()) as { mark: string }).mark : null;
  } catch {
    return null;
  }
}

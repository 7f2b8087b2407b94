"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

const everyMs = 20_000;

/** Makes the page anew from time to time, while somebody looks at it, and when somebody comes back to it. */
export function LiveRefresh() {
  const router = useRouter();
  useEffect(() => {
    const look = () => {
      if (document.visibilityState === "visible") router.refresh();
    };
    const looking = setInterval(look, everyMs);
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(looking);
      document.removeEventListener("visibilitychange", look);
    };
  }, [router]);
  return null;
}

"use client";

import { useRouter } from "next/navigation";
import { startTransition, useEffect } from "react";

/**
 * Follows links between reserved pages without loading the frame anew. One listener in place of a client component for each
 * of a hundred links; without JavaScript they are links all the same. Public pages are loaded whole: they come ready-made
 * from memory, under a policy of their own.
 */
export function SoftNavigation() {
  const router = useRouter();
  useEffect(() => {
    function follow(event: MouseEvent) {
      const url = softTarget(event);
      if (!url) return;
      event.preventDefault();
      startTransition(() => router.push(url.pathname + url.search + url.hash));
    }
    document.addEventListener("click", follow);
    return () => document.removeEventListener("click", follow);
  }, [router]);
  return null;
}

const reserved = /^(?:\/en)?\/area(?:\/|$)/;

// Null for everything the browser does better: other tabs, downloads, places on the page, other parts of the site.
function softTarget(event: MouseEvent): URL | null {
  const isPlain = event.button === 0 && !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey);
  if (event.defaultPrevented || !isPlain || !(event.target instanceof Element)) return null;
  const link = event.target.closest("a[href]");
  // A link of a drawing is another kind of element, and rare: it loads its page whole.
  if (
    !(link instanceof HTMLAnchorElement) ||
    (link.target && link.target !== "_self") ||
    link.hasAttribute("download")
  )
    return null;
  const url = new URL(link.href);
  const isSamePage = url.pathname === location.pathname && url.search === location.search;
  if (url.origin !== location.origin || !reserved.test(url.pathname) || (isSamePage && url.hash)) return null;
  return url;
}

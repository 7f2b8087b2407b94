"use client";

import { useEffect } from "react";

/**
 * Leads on to another site, in place of this page, so that "back" leads to the one before. The answer of a form may not do
 * it: the policy of our pages lets forms end on our own origin alone.
 */
export function MoveOn({ href }: { href: string }) {
  useEffect(() => location.replace(href), [href]);
  return (
    <noscript>
      <meta httpEquiv="refresh" content={`0;url=${href}`} />
    </noscript>
  );
}

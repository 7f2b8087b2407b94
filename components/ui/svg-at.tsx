import type { ReactNode } from "react";

/** A point at a share of the drawing's width; what stands inside counts pixels from there. */
export function SvgAt({ at, children }: { at: number; children: ReactNode }) {
  return (
    <svg x={`${at}%`} overflow="visible" aria-hidden="true">
      {children}
    </svg>
  );
}

"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  /** Resolved address. */
  url: string;
  /** Folder path below the layout that holds the navigation ("programmes"); "" is that layout's own page. */
  match?: string;
  className?: string;
  children: ReactNode;
};

/** A link of a navigation that knows whether the reader is there: layouts stay mounted and are not told the page. */
export function NavLink({ url, match, className, children }: Props) {
  const isHere = isWithin(useSelectedLayoutSegments(), match);
  return (
    <a href={url} aria-current={isHere ? "page" : undefined} className={className}>
      {children}
    </a>
  );
}

/** Whether the page below a layout, by its folders, is in a place or below it. */
export function isWithin(segments: readonly string[], match: string | undefined): boolean {
  if (match === undefined) return false;
  const here = segments.filter((segment) => !segment.startsWith("(")).join("/");
  return here === match || (match !== "" && here.startsWith(`${match}/`));
}

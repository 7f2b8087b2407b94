"use client";

// biome-ignore lint/style/noRestrictedImports: the address arrives resolved for the language
import NextLink from "next/link";
import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";

type Props = {
  /** Resolved address. */
  url: string;
  /** Folder path below the layout that holds the navigation ("programmes"); "" is that layout's own page. */
  match?: string;
  /** Says it outright, where the navigation is not in a layout. */
  current?: boolean;
  className?: string;
  children: ReactNode;
};

/** A link of a navigation that knows whether the reader is there: layouts stay mounted and are not told the page. */
export function NavLink({ url, match, current, className, children }: Props) {
  const here = useSelectedLayoutSegments()
    .filter((segment) => !segment.startsWith("("))
    .join("/");
  const within =
    match === undefined ? false : here === match || (match !== "" && here.startsWith(`${match}/`));
  const link = {
    href: url,
    "aria-current": (current ?? within) ? ("page" as const) : undefined,
    className,
    children,
  };
  // Public pages are loaded whole, as AppLink does.
  return /^(?:\/en)?\/area(?:[/?#]|$)/.test(url) ? <NextLink prefetch={false} {...link} /> : <a {...link} />;
}

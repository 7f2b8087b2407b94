"use client";

import { useSelectedLayoutSegments } from "next/navigation";
import type { ReactNode } from "react";
import { type CountOf, type CountWords, LiveCount } from "@/components/layout/live-count";
import { isWithin } from "@/components/layout/nav-link";
import { lineClass, railClass } from "@/components/layout/nav-look";
import { Count } from "@/components/ui/count";

/** A place of the navigation as it goes to the browser: its address resolved for the language. */
export type ShownPlace = {
  url: string;
  label: string;
  icon: ReactNode;
  /** what waits there */
  count?: number;
  countLabel?: string;
  /** it is one that keeps itself up to date */
  live?: { of: CountOf; words: CountWords };
  /** folder path below the layout that renders the shell ("sessions"), "" for its own page */
  match?: string;
};

export type ShownGroup = { label?: string; places: ShownPlace[] };

type Props = {
  groups: ShownGroup[];
  /** May shrink to icons over words. */
  rail?: boolean;
};

const hereClass = "aria-[current]:bg-tint-strong aria-[current]:text-link aria-[current]:[&_svg]:text-link";

/**
 * The groups of the area's navigation. They stand twice on a page, for wide screens and for narrow ones, and know where the
 * reader is: as a client component their data travel once.
 */
export function NavGroups({ groups, rail }: Props) {
  const segments = useSelectedLayoutSegments();
  const look = `${lineClass} ${rail ? railClass : ""} ${hereClass}`;
  const countPlace = rail
    ? "ml-auto group-has-[[data-rail]]/shell:absolute group-has-[[data-rail]]/shell:top-1 group-has-[[data-rail]]/shell:left-1/2 group-has-[[data-rail]]/shell:ml-1"
    : "ml-auto";
  return groups.map((group, index) => (
    <div key={group.label ?? index}>
      {group.label ? (
        <p
          className={`px-2.5 pb-1 text-meta text-muted ${rail ? "group-has-[[data-rail]]/shell:sr-only" : ""}`}
        >
          {group.label}
        </p>
      ) : null}
      <ul className="space-y-0.5">
        {group.places.map(({ url, label, icon, count, countLabel, live, match }) => (
          <li key={label}>
            <a href={url} aria-current={isWithin(segments, match) ? "page" : undefined} className={look}>
              {icon}
              <span className="min-w-0">{label}</span>
              {count || live ? (
                <span className={countPlace}>
                  {live ? (
                    <LiveCount of={live.of} value={count ?? 0} words={live.words} />
                  ) : (
                    <Count value={count ?? 0} label={countLabel} />
                  )}
                </span>
              ) : null}
            </a>
          </li>
        ))}
      </ul>
    </div>
  ));
}

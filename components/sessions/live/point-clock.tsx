"use client";

import { useEffect, useState } from "react";
import { ClockAlert } from "@/components/ui/icons";

type Props = {
  /** what the point had taken at the moment at which the page was made, in milliseconds */
  elapsedMs: number;
  /** that moment, so that a page made anew is told from the one before */
  madeAt: number;
  plannedMinutes: number | null;
  /** "{minutes}" is filled here, while it goes on */
  texts: { name: string; elapsed: string; of: string; left: string; over: string; overNow: string };
};

const minute = 60_000;

/**
 * The time of the point that goes on. It counts on from what the portal said, by the browser's own steady clock: a wrong
 * time of day there changes nothing. Seconds are for the eye; whoever hears the page is told the minutes when asking, and
 * once that the planned time is over. Without JavaScript it stands at what it was when the page was made.
 */
export function PointClock({ elapsedMs, madeAt, plannedMinutes, texts }: Props) {
  const [sinceMade, setSinceMade] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a page made anew counts from its own moment
  useEffect(() => {
    const begun = performance.now();
    const tick = () => setSinceMade(performance.now() - begun);
    tick();
    const ticking = setInterval(tick, 1_000);
    return () => clearInterval(ticking);
  }, [madeAt]);
  const elapsed = elapsedMs + sinceMade;
  const minutes = Math.floor(elapsed / minute);
  const left = plannedMinutes === null ? null : plannedMinutes * minute - elapsed;
  return (
    <div className="space-y-0.5">
      <p role="timer" aria-label={texts.name} className="flex flex-wrap items-baseline gap-x-2">
        <span aria-hidden="true" className="font-semibold text-h2 tabular-nums">
          {clock(elapsed)}
        </span>
        <span className="sr-only">{filled(texts.elapsed, minutes)}</span>
        <span className="text-muted">{texts.of}</span>
      </p>
      {left !== null && left >= 0 ? (
        <p className="text-meta text-muted">{filled(texts.left, Math.ceil(left / minute))}</p>
      ) : null}
      {left !== null && left < 0 ? (
        <p className="flex items-center gap-1.5 font-semibold text-late text-meta">
          <ClockAlert className="size-[1.125rem] shrink-0" />
          {filled(texts.over, Math.floor(-left / minute))}
        </p>
      ) : null}
      <span role="status" className="sr-only">
        {left !== null && left < 0 ? texts.overNow : ""}
      </span>
    </div>
  );
}

function clock(ms: number): string {
  const seconds = Math.floor(ms / 1_000);
  const [hours, rest] = [Math.floor(seconds / 3_600), Math.floor((seconds % 3_600) / 60)];
  const two = (value: number) => String(value).padStart(2, "0");
  return hours > 0 ? `${hours}:${two(rest)}:${two(seconds % 60)}` : `${two(rest)}:${two(seconds % 60)}`;
}

function filled(text: string, minutes: number): string {
  return text.replace("{minutes}", String(minutes));
}

import {
  addDays,
  addMonths,
  differenceInCalendarDays,
  differenceInCalendarMonths,
  format,
  parseISO,
  startOfMonth,
} from "date-fns";
import type { SourceDate } from "@/lib/platform/source-date";

/** A stretch of time whose ends may be partly known or not known at all. */
export type Stretch = {
  start: SourceDate | null;
  end: SourceDate | null;
  /** Without an end date: still goes on today. Otherwise nobody knows how long it lasted. */
  ongoing?: boolean;
};

/** One piece of a drawn path, in per cent of its width. `fade` says on which side the dots shrink. */
export type Segment = {
  kind: "done" | "ahead" | "partial" | "unknown";
  from: number;
  to: number;
  fade?: "left" | "right";
};

export type Scale = {
  from: string;
  to: string;
  /** Place of the start of a day, 0 to 100, not cut off. */
  at: (iso: string) => number;
};

/** A linear scale over days; `inset` keeps round ends inside the drawing. */
export function timeScale(from: string, to: string, inset = 0): Scale {
  const span = Math.max(1, differenceInCalendarDays(parseISO(to), parseISO(from)));
  const width = 100 - inset * 2;
  return {
    from,
    to,
    at: (iso) => inset + (differenceInCalendarDays(parseISO(iso), parseISO(from)) / span) * width,
  };
}

/** First and last day that any stretch names; null when none names one. */
export function knownSpan(stretches: Stretch[], extra: string[] = []): { from: string; to: string } | null {
  const days = stretches
    .flatMap(({ start, end }) => [start?.from, start?.to, end?.from, end?.to])
    .filter((day) => day !== undefined)
    .concat(extra)
    .sort();
  const [from, to] = [days[0], days.at(-1)];
  return from && to ? { from, to } : null;
}

/** The day after, so that a stretch includes its last day. */
export function dayAfter(iso: string): string {
  return format(addDays(parseISO(iso), 1), "yyyy-MM-dd");
}

export type Tick = { iso: string; at: number; unit: "month" | "year" };

/** Months, quarters or years of a scale, whichever leaves the labels room. */
export function ticksOf(scale: Scale): Tick[] {
  const first = startOfMonth(parseISO(scale.from));
  const months = differenceInCalendarMonths(parseISO(scale.to), first) + 1;
  const step = [1, 3, 12, 36].find((size) => months / size <= 10) ?? 120;
  // Years start in January, quarters with the quarter: a tick stands for a date that people know.
  const offset = step === 1 ? 0 : (step - (first.getMonth() % Math.min(step, 12))) % Math.min(step, 12);
  const ticks: Tick[] = [];
  for (let month = offset; month < months; month += step) {
    const iso = format(addMonths(first, month), "yyyy-MM-dd");
    // Too near the right edge its word would be cut.
    if (scale.at(iso) > 95) break;
    ticks.push({ iso, at: scale.at(iso), unit: step >= 12 ? "year" : "month" });
  }
  return ticks;
}

export type PathOptions = {
  /** Place of today on the scale. */
  today: number;
  /** Width that dots of an unknown length take. */
  nominal: number;
  /** A capsule narrower than this would not be seen as one; the date counts as a point then. */
  narrowest: number;
  /** Place of the first thing known to have happened in the stretch: where no start is given, it had begun by then. */
  witness?: number;
};

type Edge = { point: number; capsule?: [number, number] };

function edgeOf(
  date: SourceDate | null,
  side: "start" | "end",
  scale: Scale,
  narrowest: number,
): Edge | null {
  const first = date?.from ?? date?.to;
  const last = date?.to ?? date?.from;
  if (!date || date.precision === "none" || !first || !last) return null;
  const [from, to] = [scale.at(first), scale.at(dayAfter(last))];
  if (date.precision === "day" || to - from < narrowest) return { point: side === "start" ? from : to };
  return { point: side === "start" ? to : from, capsule: [from, to] };
}

/**
 * The pieces of one stretch: a line up to today, dots from today, a capsule where only month or year is known, grey
 * dots that shrink where a date was never given.
 */
export function segmentsOf(stretch: Stretch, scale: Scale, options: PathOptions): Segment[] {
  const { today, nominal, narrowest, witness } = options;
  const start = edgeOf(stretch.start, "start", scale, narrowest);
  const end = edgeOf(stretch.end, "end", scale, narrowest);
  if (!start && !end) return [{ kind: "unknown", from: 0, to: nominal * 2, fade: "right" }];
  const capsules = [start?.capsule, end?.capsule]
    .filter((capsule) => capsule !== undefined)
    .map(([from, to]): Segment => ({ kind: "partial", from, to }));
  // "2013" for both ends is one year, not a year followed by itself.
  if (start?.capsule && end?.capsule && start.capsule[1] > end.capsule[0]) return capsules.slice(0, 1);
  if (start && end) {
    // An end inside the month of the start, or dates that contradict each other: no line can be drawn between them.
    if (start.point < end.point) return [...capsules, ...lived(start.point, end.point, today)];
    return capsules.length > 0 ? capsules : [{ kind: "done", from: start.point, to: start.point + 0.2 }];
  }
  if (start) return [...capsules, ...withoutEnd(start, stretch.ongoing === true, options)];
  if (!end) return capsules;
  const line = Math.max(0, Math.min(end.point - nominal, witness ?? end.point));
  return [
    { kind: "unknown", from: Math.max(0, line - nominal), to: line, fade: "left" },
    ...lived(line, end.point, today),
    ...capsules,
  ];
}

function lived(from: number, to: number, today: number): Segment[] {
  const pieces: Segment[] = [];
  if (from < today) pieces.push({ kind: "done", from, to: Math.min(to, today) });
  if (to > today) pieces.push({ kind: "ahead", from: Math.max(from, today), to });
  return pieces;
}

function withoutEnd({ point, capsule }: Edge, ongoing: boolean, { today, nominal }: PathOptions): Segment[] {
  const fade = (from: number): Segment => ({
    kind: "unknown",
    from,
    to: Math.max(from, Math.min(from + nominal * 2, 100)),
    fade: "right",
  });
  if (ongoing && point < today) return [{ kind: "done", from: point, to: today }, fade(today)];
  if (capsule || point > today) return [fade(point)];
  // The day it began is known, nothing after it: the line is as short as a line can be.
  return [{ kind: "done", from: point, to: point + 0.2 }, fade(point + 1)];
}

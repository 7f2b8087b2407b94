import { addDays, format, parseISO } from "date-fns";
import { romeInstant } from "@/lib/platform/rome-time";
import { type Closures, holidayOn, isWorkingDay, nextWorkingDay } from "@/lib/platform/working-days";
import type { MoveNote } from "@/lib/programmes/clone";

/** A day of a plan, and why it is not the one that was asked for. */
export type PlannedDay = { day: string; note: MoveNote | null };

/** Every so many days from a first one. */
export type Rhythm = { first: string; stepDays: number; count: number };

/** The days of a series: each keeps its place in the rhythm, whatever a holiday did to the one before. */
export function planSeries({ first, stepDays, count }: Rhythm, closures?: Closures): PlannedDay[] {
  const asked = Array.from({ length: count }, (_, index) => plus(first, index * stepDays));
  return inOrder(asked, closures);
}

/** The days of a template: the start moves to a working day, and the others keep their distance from there. */
export function planTemplate(start: string, afterDays: readonly number[], closures?: Closures): PlannedDay[] {
  const moved = nextWorkingDay(start, closures);
  const days = inOrder(
    afterDays.map((days) => plus(moved, days)),
    closures,
  );
  return days.map((one) =>
    moved !== start && one.day === moved ? { ...one, note: noteOn(start, closures) } : one,
  );
}

/** When sessions of one time of day take place: by the clock on the wall, on both sides of a change of hour. */
export function timesOn(
  day: string,
  clock: { start: string; end: string },
): { startsAt: Date; endsAt: Date } {
  return { startsAt: romeInstant(day, clock.start), endsAt: romeInstant(day, clock.end) };
}

/** A time of day so many minutes later; null after midnight. */
export function laterClock(start: string, minutes: number): string | null {
  const [hours = 0, rest = 0] = start.split(":").map(Number);
  const sum = hours * 60 + rest + minutes;
  if (sum >= 1440) return null;
  return `${String(Math.floor(sum / 60)).padStart(2, "0")}:${String(sum % 60).padStart(2, "0")}`;
}

/** "2ª sessione" becomes "3ª sessione"; a title without its number stays as it is. */
export function renumbered(title: string, from: number | null, to: number | null): string {
  if (from === null || to === null) return title;
  return title.replace(new RegExp(`(?<!\\d)${from}(?=[ªº])`), String(to));
}

// Each to a working day not before its own, and after the one before it.
function inOrder(asked: readonly string[], closures?: Closures): PlannedDay[] {
  let last = "";
  return asked.map((from) => {
    const free = from <= last ? plus(last, 1) : from;
    const day = nextWorkingDay(free, closures);
    last = day;
    if (day === from) return { day, note: null };
    return { day, note: free === from ? noteOn(from, closures) : { reason: "order", from } };
  });
}

function noteOn(day: string, closures?: Closures): MoveNote | null {
  if (isWorkingDay(day, closures)) return null;
  const holiday = holidayOn(day, closures);
  return holiday ? { reason: "holiday", from: day, holiday } : { reason: "weekend", from: day };
}

const plus = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

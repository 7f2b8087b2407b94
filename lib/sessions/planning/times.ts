import { addDays, format, getISODay, parseISO } from "date-fns";
import { z } from "zod";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import { type Closures, isWorkingDay } from "@/lib/platform/working-days";

export type Span = { startsAt: Date; endsAt: Date };

/** Whether two spans share a moment; one that ends when the other starts does not. */
export function overlap(one: Span, other: Span): boolean {
  return one.startsAt < other.endsAt && other.startsAt < one.endsAt;
}

const clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/);

/** When sessions are held: a versioned rule. */
export const sessionHours = {
  kind: "session-hours",
  schema: z.object({
    /** 1 = Monday */
    weekdays: z.array(z.number().int().min(1).max(7)).min(1),
    /** parts of a working day, within each of which a session lies whole */
    parts: z.array(z.object({ from: clock, to: clock })).min(1),
    stepMinutes: z.number().int().min(5).max(240),
  }),
};
export type SessionHours = z.output<typeof sessionHours.schema>;

type Asked = { from: string; to: string; minutes: number };

/** Every span of that length within the hours of the working days of a period, by the clock on the wall. */
export function spansWithin(hours: SessionHours, asked: Asked, closures?: Closures): Span[] {
  const spans: Span[] = [];
  for (let day = asked.from; day <= asked.to; day = plus(day, 1)) {
    if (!hours.weekdays.includes(getISODay(parseISO(day))) || !isWorkingDay(day, closures)) continue;
    for (const part of hours.parts) {
      const last = minuteOf(part.to) - asked.minutes;
      for (let start = minuteOf(part.from); start <= last; start += hours.stepMinutes) {
        spans.push({
          startsAt: romeInstant(day, clockOf(start)),
          endsAt: romeInstant(day, clockOf(start + asked.minutes)),
        });
      }
    }
  }
  return spans;
}

/** A span and how many of those concerned are free in it. */
export type Slot = Span & { free: number };

/**
 * The first slots in which everybody is free; where there is none, those in which most are, the earliest of equals first.
 * Slots of one proposal do not overlap: ten starts of one free afternoon would be one proposal ten times.
 */
export function bestSlots(
  spans: readonly Span[],
  busy: readonly (Span & { personId: string })[],
  { people, size }: { people: number; size: number },
): Slot[] {
  const byDay = new Map<string, (Span & { personId: string })[]>();
  for (const one of busy) {
    for (const day of daysOf(one)) byDay.set(day, [...(byDay.get(day) ?? []), one]);
  }
  const counted = spans.map((span): Slot => {
    const near = byDay.get(romeDay(span.startsAt)) ?? [];
    const taken = new Set(near.filter((one) => overlap(span, one)).map((one) => one.personId));
    return { ...span, free: people - taken.size };
  });
  const chosen: Slot[] = [];
  const ordered = counted.toSorted((a, b) => b.free - a.free || a.startsAt.getTime() - b.startsAt.getTime());
  for (const slot of ordered) {
    if (chosen.length === size) break;
    if (slot.free < people && chosen.some((one) => one.free === people)) break;
    if (!chosen.some((one) => overlap(one, slot))) chosen.push(slot);
  }
  return chosen.toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}

/** Rome's days that a span touches. */
function daysOf({ startsAt, endsAt }: Span): string[] {
  const days: string[] = [];
  const last = romeDay(endsAt);
  for (let day = romeDay(startsAt); day <= last; day = plus(day, 1)) days.push(day);
  return days;
}

const plus = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

function clockOf(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;
}

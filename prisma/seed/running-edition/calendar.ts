import { addDays, format, getISODay, parseISO } from "date-fns";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import { isWorkingDay, nextWorkingDay } from "@/lib/platform/working-days";

/** Days of the running edition: those of the plan count from its kick-off, those of daily life from the moment of loading. */
export type Days = {
  now: Date;
  today: string;
  kickOff: string;
  fromKickOff(days: number): string;
  fromToday(days: number): string;
};

/** Due moments fall at this hour. */
export const dueHour = "18:00";

export function plus(day: string, days: number): string {
  return format(addDays(parseISO(day), days), "yyyy-MM-dd");
}

/** The kick-off asked for: the Monday ten weeks before this week's. */
export function kickOffAsked(now: Date): string {
  const today = romeDay(now);
  return plus(today, 1 - getISODay(parseISO(today)) - 70);
}

export function daysAround(now: Date, kickOff: string): Days {
  const today = romeDay(now);
  return {
    now,
    today,
    kickOff,
    fromKickOff: (days) => plus(kickOff, days),
    fromToday: (days) => plus(today, days),
  };
}

/** The last working day up to a day. */
export function workingDayUpTo(day: string): string {
  let candidate = day;
  while (!isWorkingDay(candidate)) candidate = plus(candidate, -1);
  return candidate;
}

/** Due days of the eight requests, in strict order: four of the plan, the fifth just past, the sixth close, two of the plan. */
export function dueDays(days: Days): readonly string[] {
  const asked = [
    days.fromKickOff(4),
    days.fromKickOff(18),
    days.fromKickOff(39),
    days.fromKickOff(53),
    workingDayUpTo(days.fromToday(-3)),
    days.fromToday(4),
    days.fromKickOff(88),
    days.fromKickOff(102),
  ];
  const due: string[] = [];
  for (const day of asked) {
    const last = due.at(-1);
    due.push(nextWorkingDay(last && day <= last ? plus(last, 1) : day));
  }
  return due;
}

/** A moment of a past day; never in the future, whatever the hour of loading. */
export function past(days: Days, day: string, time: string): Date {
  const at = romeInstant(day, time);
  return at < days.now ? at : minutesAgo(days, 1);
}

export function minutesAgo(days: Days, minutes: number): Date {
  return new Date(days.now.getTime() - minutes * 60_000);
}

import { addDays, format, getDay, parseISO } from "date-fns";
import Holidays from "date-holidays";

const italy = new Holidays("IT");
const cache = new Map<string, string | null>();

/** Closing days of a body beside the national holidays: patron saint, closures. "YYYY-MM-DD" → name. */
export type Closures = ReadonlyMap<string, string>;
const none: Closures = new Map();

/**
 * Name in Italian of the public holiday on a day ("YYYY-MM-DD"), or null. Valid for the day asked: 4 October is a
 * holiday from 2026 (L. 151/2025).
 */
export function holidayOn(day: string, closures: Closures = none): string | null {
  const closure = closures.get(day);
  if (closure) return closure;
  let name = cache.get(day);
  if (name === undefined) {
    const found = italy.isHoliday(new Date(`${day}T12:00:00`));
    name = (found || []).find((one) => one.type === "public")?.name ?? null;
    cache.set(day, name);
  }
  return name;
}

const isSunday = (day: string) => getDay(parseISO(day)) === 0;
const isWeekend = (day: string) => [0, 6].includes(getDay(parseISO(day)));
const plus = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

/** Monday to Friday and no public holiday. */
export function isWorkingDay(day: string, closures: Closures = none): boolean {
  return !isWeekend(day) && holidayOn(day, closures) === null;
}

/** The day itself when it is a working day, else the next one that is. */
export function nextWorkingDay(day: string, closures: Closures = none): string {
  let candidate = day;
  while (!isWorkingDay(candidate, closures)) candidate = plus(candidate, 1);
  return candidate;
}

/** Working days after a day until the n-th ("within five working days"). */
export function addWorkingDays(day: string, count: number, closures: Closures = none): string {
  let candidate = day;
  for (let left = count; left > 0; ) {
    candidate = plus(candidate, 1);
    if (isWorkingDay(candidate, closures)) left -= 1;
  }
  return candidate;
}

/**
 * Last day of a term of n days that starts after the event. A last day on Sunday or a public holiday moves to the next
 * day that is neither; a Saturday moves it only with `saturdayMoves`. A fixed day moves the same way with days = 0.
 */
export function termEnd(
  day: string,
  days: number,
  options: { saturdayMoves?: boolean; closures?: Closures } = {},
): string {
  const moves = (candidate: string) =>
    isSunday(candidate) ||
    holidayOn(candidate, options.closures) !== null ||
    (options.saturdayMoves === true && isWeekend(candidate));
  let candidate = plus(day, days);
  while (moves(candidate)) candidate = plus(candidate, 1);
  return candidate;
}

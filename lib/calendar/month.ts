import { addDays, addMonths, addWeeks, endOfMonth, format, parseISO, startOfWeek } from "date-fns";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import { holidayOn } from "@/lib/platform/working-days";

/** A month ("YYYY-MM") from an address; anything else is the month of that moment in Rome. */
export function readMonth(text: string | undefined, at: Date): string {
  return text && /^(19|20)\d\d-(0[1-9]|1[0-2])$/.test(text) ? text : romeDay(at).slice(0, 7);
}

const show = (day: Date) => format(day, "yyyy-MM-dd");

/** The days on a month's sheet, from the Monday before its first to the Sunday after its last. */
export function daysOnSheet(month: string): string[] {
  const first = parseISO(`${month}-01`);
  const last = endOfMonth(first);
  const days: string[] = [];
  for (
    let day = startOfWeek(first, { weekStartsOn: 1 });
    day <= last || days.length % 7 > 0;
    day = addDays(day, 1)
  ) {
    days.push(show(day));
  }
  return days;
}

/** The instants between which a month's sheet lies, in Rome. */
export function sheetPeriod(month: string): { from: Date; to: Date } {
  const days = daysOnSheet(month);
  return {
    from: romeInstant(days[0] as string, "00:00"),
    to: romeInstant(show(addDays(parseISO(days.at(-1) as string), 1)), "00:00"),
  };
}

/** The instants between which the month itself lies, in Rome. */
export function monthPeriod(month: string): { from: Date; to: Date } {
  const first = parseISO(`${month}-01`);
  return {
    from: romeInstant(show(first), "00:00"),
    to: romeInstant(show(addMonths(first, 1)), "00:00"),
  };
}

/** The Monday of the week of a day ("YYYY-MM-DD") from an address; anything else is the week of that moment in Rome. */
export function readWeek(text: string | undefined, at: Date): string {
  const day = text && /^(19|20)\d\d-\d\d-\d\d$/.test(text) ? parseISO(text) : null;
  const known = day && !Number.isNaN(day.getTime()) ? day : parseISO(romeDay(at));
  return show(startOfWeek(known, { weekStartsOn: 1 }));
}

/** The Monday `by` weeks away from another. */
export function weekAway(monday: string, by: number): string {
  return show(addWeeks(parseISO(monday), by));
}

/** The days of the week that begins on that Monday. */
export function daysOfWeek(monday: string): string[] {
  return Array.from({ length: 7 }, (_, index) => show(addDays(parseISO(monday), index)));
}

/** The week from Monday to Sunday around an instant, in Rome. */
export function weekPeriod(at: Date): { from: Date; to: Date; days: string[] } {
  const monday = startOfWeek(parseISO(romeDay(at)), { weekStartsOn: 1 });
  return {
    from: romeInstant(show(monday), "00:00"),
    to: romeInstant(show(addDays(monday, 7)), "00:00"),
    days: daysOfWeek(show(monday)),
  };
}

/** Names of the public holidays among the days. */
export function holidaysAmong(days: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    days.flatMap((day) => {
      const name = holidayOn(day);
      return name ? [[day, name]] : [];
    }),
  );
}

import {
  addDays,
  addMonths,
  addYears,
  differenceInCalendarDays,
  differenceInCalendarMonths,
  endOfMonth,
  endOfYear,
  format,
  parseISO,
  startOfMonth,
  startOfYear,
} from "date-fns";
import { enGB, it } from "date-fns/locale";
import { z } from "zod";

const day = z.iso.date();

/**
 * A date as a source reports it: bounds where known, how precise, and the words used.
 * "maggio 2012" = {from: 2012-05-01, to: 2012-05-31, precision: month}; "entro il 2021" = {to: 2021-12-31, precision: year};
 * precision "none" = words only.
 */
export const sourceDateSchema = z
  .object({
    from: day.optional(),
    to: day.optional(),
    precision: z.enum(["day", "month", "year", "none"]),
    text: z.string().max(200),
  })
  .refine((date) => !date.from || !date.to || date.from <= date.to, {
    path: ["to"],
    error: "endBeforeStart",
  });

export type SourceDate = z.infer<typeof sourceDateSchema>;
export type SourcePrecision = SourceDate["precision"];

/** Reads a SourceDate from a Json column; null when there is none. */
export function readSourceDate(value: unknown): SourceDate | null {
  return value === null || value === undefined ? null : sourceDateSchema.parse(value);
}

/** A SourceDate for one exact day ("YYYY-MM-DD"); the words are made from it when none are given. */
export function exactDay(iso: string, text?: string): SourceDate {
  return {
    from: iso,
    to: iso,
    precision: "day",
    text: text ?? format(parseISO(iso), "d MMMM yyyy", { locale: it }),
  };
}

/** The bounds of a month ("YYYY-MM") as a SourceDate. */
export function wholeMonth(month: string, text?: string): SourceDate {
  const from = parseISO(`${month}-01`);
  const to = addDays(addMonths(from, 1), -1);
  return {
    from: format(from, "yyyy-MM-dd"),
    to: format(to, "yyyy-MM-dd"),
    precision: "month",
    text: text ?? format(from, "MMMM yyyy", { locale: it }),
  };
}

/** The bounds of a year as a SourceDate. */
export function wholeYear(year: number, text?: string): SourceDate {
  const from = parseISO(`${year}-01-01`);
  return {
    from: format(from, "yyyy-MM-dd"),
    to: format(addDays(addYears(from, 1), -1), "yyyy-MM-dd"),
    precision: "year",
    text: text ?? String(year),
  };
}

/**
 * Moves both bounds by whole days and keeps the precision: as many whole months or years as before. A moved date speaks
 * in its own words, not the source's.
 */
export function shiftSourceDate(date: SourceDate, days: number): SourceDate {
  const anchor = date.from ?? date.to;
  if (date.precision === "none" || !anchor) return date;
  const moved = addDays(parseISO(anchor), days);
  if (date.precision === "day") {
    const move = (iso: string | undefined) => (iso ? iso8601(addDays(parseISO(iso), days)) : undefined);
    return { from: move(date.from), to: move(date.to), precision: "day", text: words(moved, "d MMMM yyyy") };
  }
  const isMonth = date.precision === "month";
  const months =
    date.from && date.to ? differenceInCalendarMonths(parseISO(date.to), parseISO(date.from)) : 0;
  const first = isMonth ? startOfMonth(moved) : startOfYear(moved);
  const last = isMonth ? endOfMonth(addMonths(first, months)) : endOfYear(addMonths(first, months));
  const pattern = isMonth ? "MMMM yyyy" : "yyyy";
  const [begins, ends] = [words(first, pattern), words(last, pattern)];
  return {
    from: date.from ? iso8601(first) : undefined,
    to: date.to ? iso8601(last) : undefined,
    precision: date.precision,
    text: begins === ends ? begins : `${begins} - ${ends}`,
  };
}

const iso8601 = (date: Date) => format(date, "yyyy-MM-dd");
const words = (date: Date, pattern: string) => format(date, pattern, { locale: it });

/** Words for a reader: the source's in Italian, made from the bounds in English. */
export function showSourceDate(date: SourceDate, locale: string): string {
  if (locale === "it" || date.precision === "none") return date.text;
  const pattern = { day: "d MMMM yyyy", month: "MMMM yyyy", year: "yyyy" }[date.precision];
  const show = (iso: string) => format(parseISO(iso), pattern, { locale: enGB });
  if (date.from && date.to) {
    const [first, last] = [show(date.from), show(date.to)];
    return first === last ? first : `${first} to ${last}`;
  }
  if (date.from) return `from ${show(date.from)}`;
  return date.to ? `by ${show(date.to)}` : date.text;
}

/** Days from one "YYYY-MM-DD" to another. */
export function daysBetween(from: string, to: string): number {
  return differenceInCalendarDays(parseISO(to), parseISO(from));
}

import { TZDate } from "@date-fns/tz";
import { differenceInCalendarDays } from "date-fns";
import { enGB, it } from "date-fns/locale";
import type { Locale } from "@/lib/platform/i18n/routing";
import { inRome, zone } from "@/lib/platform/rome-time";

const locales = { it, en: enGB };

/** "9 luglio 2012" */
export function formatDay(instant: Date, locale: Locale): string {
  return inRome(instant, "d MMMM yyyy", locales[locale]);
}

/** "lunedì 9 luglio 2012" */
export function formatLongDay(instant: Date, locale: Locale): string {
  return inRome(instant, "EEEE d MMMM yyyy", locales[locale]);
}

/** "9 lug": only where the full date stands beside it or in the accessible name */
export function formatShortDay(instant: Date, locale: Locale): string {
  return inRome(instant, "d MMM", locales[locale]);
}

/** "luglio 2012" */
export function formatMonth(instant: Date, locale: Locale): string {
  return inRome(instant, "MMMM yyyy", locales[locale]);
}

/** "10:30" */
export function formatTime(instant: Date, locale: Locale): string {
  return inRome(instant, "HH:mm", locales[locale]);
}

/** "9 luglio 2012, 10:30" */
export function formatInstant(instant: Date, locale: Locale): string {
  return inRome(instant, "d MMMM yyyy, HH:mm", locales[locale]);
}

/** "9 luglio 2012, 10:30-12:30"; over midnight both days are said */
export function formatRange(start: Date, end: Date, locale: Locale): string {
  const sameDay = formatDay(start, locale) === formatDay(end, locale);
  return sameDay
    ? `${formatInstant(start, locale)}-${formatTime(end, locale)}`
    : `${formatInstant(start, locale)} - ${formatInstant(end, locale)}`;
}

/** Days from a first to a last: "23-29 marzo 2026", "30 marzo-5 aprile 2026"; months and years are said once. */
export function formatDays(first: Date, last: Date, locale: Locale): string {
  const shared = (pattern: string) => inRome(first, pattern) === inRome(last, pattern);
  const inYear = shared("yyyy") ? "d MMMM" : "d MMMM yyyy";
  const pattern = shared("yyyy-MM") ? "d" : inYear;
  return `${inRome(first, pattern, locales[locale])}-${formatDay(last, locale)}`;
}

/** Whole days in Rome from one instant to another; negative when it is past. */
export function daysUntil(from: Date, to: Date): number {
  return differenceInCalendarDays(new TZDate(to.getTime(), zone), new TZDate(from.getTime(), zone));
}

/** "84 kB", "1,2 GB" */
export function formatSize(bytes: number | bigint, locale: Locale): string {
  const units = ["B", "kB", "MB", "GB", "TB"];
  let value = Number(bytes);
  let unit = 0;
  while (value >= 1000 && unit < units.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: value < 10 && unit > 0 ? 1 : 0 }).format(value)} ${units[unit]}`;
}

/** "1.234,5" in Italian, "1,234.5" in English */
export function formatNumber(value: number, locale: Locale, digits = 1): string {
  return new Intl.NumberFormat(locale, { maximumFractionDigits: digits, useGrouping: "always" }).format(
    value,
  );
}

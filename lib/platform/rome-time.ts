import { TZDate } from "@date-fns/tz";
import { format, type Locale, parseISO } from "date-fns";

/** The portal's only zone. */
export const zone = "Europe/Rome";

// Moments as they were written before: a page shows the same ones at each request, and the zone's clock is dear to ask.
const written = new Map<string, string>();
const mostWritten = 10_000;

/** An instant as Rome's clocks and calendars show it, by a pattern of date-fns that tells minutes at most. */
export function inRome(instant: Date, pattern: string, locale?: Locale): string {
  const key = `${Math.floor(instant.getTime() / 60_000)} ${locale?.code} ${pattern}`;
  const known = written.get(key);
  if (known !== undefined) return known;
  if (written.size >= mostWritten) written.clear();
  const text = format(new TZDate(instant.getTime(), zone), pattern, { locale });
  written.set(key, text);
  return text;
}

/** The instant at which Rome's clocks show this day ("YYYY-MM-DD") and time ("HH:mm" or "HH:mm:ss"). */
export function romeInstant(day: string, time: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  return new Date(new TZDate(year, month - 1, date, hours, minutes, seconds, 0, zone).getTime());
}

/** Rome's day at an instant, "YYYY-MM-DD". */
export function romeDay(instant: Date): string {
  return inRome(instant, "yyyy-MM-dd");
}

/** Rome's time of day at an instant, "HH:mm". */
export function romeTime(instant: Date): string {
  return inRome(instant, "HH:mm");
}

/** The last second of a day in Rome: how a due day is stored. */
export function endOfRomeDay(day: string): Date {
  return romeInstant(day, "23:59:59");
}

/** A @db.Date value (midnight UTC) as "YYYY-MM-DD". */
export function dateOnly(value: Date): string {
  return value.toISOString().slice(0, 10);
}

/** "YYYY-MM-DD" as a @db.Date value. */
export function fromDateOnly(day: string): Date {
  return parseISO(`${day}T00:00:00Z`);
}

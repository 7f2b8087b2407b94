import { getDay, parseISO } from "date-fns";
import type { z } from "zod";
import { DomainError } from "@/lib/platform/errors";
import { romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { addWorkingDays, holidayOn, isWorkingDay, nextWorkingDay } from "@/lib/platform/working-days";

/** The form as far as it could be read: a field that was refused may hold anything. */
type Raw = {
  date?: unknown;
  start?: unknown;
  end?: unknown;
  anyway?: unknown;
  convened?: unknown;
  bodies?: unknown;
  agenda?: unknown;
};
type Context = z.core.$RefinementCtx<unknown>;

/** A day that is no working day is taken only when the form says so: one box, ticked after the warning. */
export function checkDay(raw: Raw, context: Context): void {
  const day = readDay(raw.date);
  if (day === null || raw.anyway === true || isWorkingDay(day)) return;
  const holiday = holidayOn(day);
  context.addIssue({
    code: "custom",
    path: ["date"],
    message: holiday ? "sessions.holiday" : "sessions.weekend",
    params: {
      day: noon(day),
      next: noon(nextWorkingDay(day)),
      ...(holiday ? { holiday } : { weekend: weekendDay(day) }),
    },
  });
}

/** Why a session would lie on no working day: a holiday by its name, or the weekend. */
export type DayOff = { on: Date; kind: "saturday" | "sunday" | "holiday"; name: string | null };

/** The same of a moment, for what has no form of its own for a single day; null on a working day. */
export function dayOffAt(moment: Date): DayOff | null {
  const day = romeDay(moment);
  if (isWorkingDay(day)) return null;
  const name = holidayOn(day);
  return { on: noon(day), kind: name ? "holiday" : weekendDay(day), name };
}

/** The end comes after the start, and both are shown by Rome's clocks on that day. */
export function checkTimes(raw: Raw, context: Context): void {
  const day = readDay(raw.date);
  const start = readTime(raw.start);
  const end = readTime(raw.end);
  for (const [field, time] of [["start", start] as const, ["end", end] as const]) {
    // On the last Sunday of March the clocks leap from 2:00 to 3:00.
    if (day && time && romeTime(romeInstant(day, time)) !== time) {
      context.addIssue({ code: "custom", path: [field], message: "sessions.noSuchTime", params: { time } });
    }
  }
  if (start && end && end <= start) {
    const after = inTwoHours(start);
    context.addIssue({
      code: "custom",
      path: ["end"],
      message: after > start ? "sessions.endBeforeStart" : "sessions.endBeforeStartLate",
      params: { start, after },
    });
  }
}

/** The points together are no longer than the session; the refusal names both figures and the end that would do. */
export function checkAgenda(raw: Raw, context: Context): void {
  const day = readDay(raw.date);
  const start = readTime(raw.start);
  const end = readTime(raw.end);
  if (!day || !start || !end || end <= start || !Array.isArray(raw.agenda)) return;
  const sum = agendaMinutes(raw.agenda as { minutes: number | null }[]);
  const from = romeInstant(day, start);
  const length = lengthInMinutes(from, romeInstant(day, end));
  if (sum <= length) return;
  const until = new Date(from.getTime() + sum * 60_000);
  const fits = romeInstant(day, "23:59") >= until;
  context.addIssue({
    code: "custom",
    path: ["agenda"],
    message: fits ? "sessions.agendaTooLong" : "sessions.agendaTooLongForDay",
    params: { sum, length, over: sum - length, end: romeTime(until) },
  });
}

/** "Only some bodies" names at least one. */
export function checkBodies(raw: Raw, context: Context): void {
  if (raw.convened === "some" && Array.isArray(raw.bodies) && raw.bodies.length === 0) {
    context.addIssue({ code: "custom", path: ["bodies"], message: "sessions.chooseBodies" });
  }
}

/** Both actual times or neither, the end after the start. */
export function checkActual(
  raw: { actualStart?: string; actualEnd?: string },
  context: z.core.$RefinementCtx<unknown>,
): void {
  const { actualStart, actualEnd } = raw;
  if (!actualStart && !actualEnd) return;
  const missing = [actualStart ? null : "actualStart", actualEnd ? null : "actualEnd"].find(Boolean);
  if (missing) context.addIssue({ code: "custom", path: [missing], message: "sessions.actualHalf" });
  else if (actualStart && actualEnd && actualEnd <= actualStart)
    context.addIssue({ code: "custom", path: ["actualEnd"], message: "sessions.actualOrder" });
}

/** Nobody is convened to what is over: refused with the next working day. */
export function assertToCome(startsAt: Date, at: Date): void {
  if (startsAt > at) return;
  const first = romeInstant(addWorkingDays(romeDay(at), 1), "12:00");
  throw new DomainError("sessions.inThePast", { first }, "date");
}

/** Sum of the minutes that the points name. */
export function agendaMinutes(agenda: readonly { minutes: number | null }[]): number {
  return agenda.reduce((sum, point) => sum + (point.minutes ?? 0), 0);
}

/** Real minutes between two instants: 60 less, or more, on the days when the clocks change. */
export function lengthInMinutes(start: Date, end: Date): number {
  return Math.round((end.getTime() - start.getTime()) / 60_000);
}

function readDay(value: unknown): string | null {
  return typeof value === "string" &&
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(parseISO(value).getTime())
    ? value
    : null;
}

function readTime(value: unknown): string | null {
  return typeof value === "string" && /^([01]\d|2[0-3]):[0-5]\d$/.test(value) ? value : null;
}

const weekendDay = (day: string) => (getDay(parseISO(day)) === 0 ? "sunday" : "saturday");

const noon = (day: string) => romeInstant(day, "12:00");

function inTwoHours(time: string): string {
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  return hours >= 22 ? "23:59" : `${String(hours + 2).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

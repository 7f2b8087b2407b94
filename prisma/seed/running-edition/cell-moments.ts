import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";
import { nextWorkingDay } from "@/lib/platform/working-days";
import { type Days, dueHour, minutesAgo, past, plus } from "./calendar";
import type { Cell, Moment } from "./cells";

/** The instant that a cell means, given the due day of its request. */
export function momentOf(moment: Moment, dueDay: string, days: Days): Date {
  if ("minutesAgo" in moment) return minutesAgo(days, moment.minutesAgo);
  if ("daysAgo" in moment) return past(days, days.fromToday(-moment.daysAgo), moment.time);
  return past(days, plus(dueDay, moment.fromDue), moment.time);
}

/** The new due moment of an extension. */
export function extendedTo(
  extension: NonNullable<Cell["extension"]>,
  days: Days,
  due: readonly string[],
): Date {
  const day =
    extension.until === "sixthDue"
      ? (due[5] ?? days.today)
      : nextWorkingDay(days.fromToday(extension.until.inDays));
  return endOfRomeDay(day);
}

/** State, since when, due moment and late mark of a deliverable, as its attempts made them. */
export function standing(
  { cell, dueDay }: { cell: Cell; dueDay: string },
  days: Days,
  due: readonly string[],
): { state: DeliverableState; stateSince: Date; dueAt: Date; isLate: boolean } {
  const requestDue = romeInstant(dueDay, dueHour);
  const last = cell.attempts.at(-1);
  return {
    state: cell.state,
    stateSince: since(cell, dueDay, days),
    dueAt: cell.extension ? extendedTo(cell.extension, days, due) : requestDue,
    isLate: last !== undefined && momentOf(last.sent, dueDay, days) > requestDue,
  };
}

function since(cell: Cell, dueDay: string, days: Days): Date {
  const last = cell.attempts.at(-1);
  const moment = cell.lockedAt ?? last?.decided?.at ?? last?.opened ?? last?.sent;
  return moment ? momentOf(moment, dueDay, days) : past(days, days.kickOff, "14:00");
}

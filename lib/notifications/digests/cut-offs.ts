import { addDays, getISODay } from "date-fns";
import { quietHours } from "@/lib/notifications/quiet-hours";
import { dateOnly, fromDateOnly, romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { isWorkingDay, nextWorkingDay } from "@/lib/platform/working-days";

/** Up to when things came that go into the digests of a day. */
export type CutOffs = { day: string; daily: Date; weekly: Date };

/**
 * The digests that are due at a moment: in the morning of each working day what came until then, with what came until the
 * morning of the week's first working day for those who chose that. Null on other days and in the quiet hours. The same
 * all day long: whoever missed the morning makes up for it, and nothing that comes later slips in.
 */
export function cutOffsAt(at: Date): CutOffs | null {
  const day = romeDay(at);
  const time = romeTime(at);
  if (!isWorkingDay(day) || time < quietHours.to || time >= quietHours.from) return null;
  const midnight = fromDateOnly(day);
  const monday = dateOnly(addDays(midnight, 1 - isoDayOf(day)));
  return {
    day,
    daily: romeInstant(day, quietHours.to),
    weekly: romeInstant(nextWorkingDay(monday), quietHours.to),
  };
}

function isoDayOf(day: string): number {
  // At noon, so that the day is the same in every zone.
  return getISODay(new Date(`${day}T12:00:00Z`));
}

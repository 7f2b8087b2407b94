import type { RequestDeliverable } from "@/lib/documents/deliverables/schema";
import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";

/** Due moment and cut-off of a request, from the days and the hour of its form. */
export function termsOf({
  dueDay,
  dueTime,
  cutOffDay,
}: Pick<RequestDeliverable, "dueDay" | "dueTime" | "cutOffDay">): { dueAt: Date; cutOffAt: Date | null } {
  // 23:59 means the whole day: until its last second.
  const dueAt = dueTime === "23:59" ? endOfRomeDay(dueDay) : romeInstant(dueDay, dueTime);
  return { dueAt, cutOffAt: cutOffDay ? endOfRomeDay(cutOffDay) : null };
}

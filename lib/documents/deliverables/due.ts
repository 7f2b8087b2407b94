import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { daysUntil } from "@/lib/platform/i18n/format";

/** Day, hour and cut-off of one body's deliverable. */
export type Terms = {
  /** the request's due moment, or the extension's */
  dueAt: Date;
  /** the request's cut-off; null = late submissions are always taken */
  cutOffAt: Date | null;
};

/** The moment after which only an extension opens the deliverable again: never before its own due moment. */
export function closesAt({ dueAt, cutOffAt }: Terms): Date | null {
  return cutOffAt !== null && cutOffAt < dueAt ? dueAt : cutOffAt;
}

/** Whether a submission at that moment is still taken. */
export function isOpenFor(terms: Terms, at: Date): boolean {
  const closes = closesAt(terms);
  return closes === null || at <= closes;
}

/** Whether a submission at that moment is late. */
export function isLateAt(terms: Terms, at: Date): boolean {
  return at > terms.dueAt;
}

/** Whether nothing was sent and the due moment has passed; what was sent and came back for corrections was not late for that. */
export function isOverdue(state: DeliverableState, dueAt: Date, at: Date): boolean {
  return state === "TO_DO" && at > dueAt;
}

/** Days in Rome between the due moment and another: 0 on the same day or before. */
export function daysLate(dueAt: Date, at: Date): number {
  return Math.max(0, daysUntil(dueAt, at));
}

import { expect, test } from "vitest";
import { closesAt, daysLate, isLateAt, isOpenFor, isOverdue } from "@/lib/documents/deliverables/due";
import { endOfRomeDay, romeInstant } from "@/lib/platform/rome-time";

const dueAt = endOfRomeDay("2026-03-27");
const cutOffAt = endOfRomeDay("2026-03-31");

test("is in time to the second, late after it, closed after the cut-off", () => {
  expect(isLateAt({ dueAt, cutOffAt }, dueAt)).toBe(false);
  expect(isLateAt({ dueAt, cutOffAt }, romeInstant("2026-03-28", "00:00"))).toBe(true);
  // The clocks go forward on 29 March 2026: the cut-off is still the last second of the 31st in Rome.
  expect(cutOffAt.toISOString()).toBe("2026-03-31T21:59:59.000Z");
  expect(isOpenFor({ dueAt, cutOffAt }, cutOffAt)).toBe(true);
  expect(isOpenFor({ dueAt, cutOffAt }, romeInstant("2026-04-01", "00:00"))).toBe(false);
  expect(isOpenFor({ dueAt, cutOffAt: null }, romeInstant("2027-01-01", "00:00"))).toBe(true);
});

test("an extension past the cut-off opens until its own day", () => {
  const extended = endOfRomeDay("2026-04-10");
  expect(closesAt({ dueAt: extended, cutOffAt })).toEqual(extended);
  expect(closesAt({ dueAt, cutOffAt })).toEqual(cutOffAt);
});

test("only what is owed is overdue, and days are Rome's", () => {
  const at = romeInstant("2026-03-30", "00:30");
  expect(isOverdue("TO_DO", dueAt, at)).toBe(true);
  expect(isOverdue("CHANGES_REQUESTED", dueAt, at)).toBe(false);
  expect(isOverdue("SUBMITTED", dueAt, at)).toBe(false);
  expect(daysLate(dueAt, at)).toBe(3);
  expect(daysLate(dueAt, dueAt)).toBe(0);
});

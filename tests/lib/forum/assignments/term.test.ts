import { expect, test } from "vitest";
import { dueAtEndOf, usualDueDay, usualTerm, waitingSince } from "@/lib/forum/assignments/term";

test.each([
  // A Monday, then a Thursday before Easter (5 April 2026): Saturday, Sunday and Easter Monday are no working days.
  ["2026-03-23T09:00:00Z", 5, "2026-03-30"],
  ["2026-04-02T09:00:00Z", 1, "2026-04-03"],
  ["2026-04-02T09:00:00Z", 3, "2026-04-08"],
  // Already the next day in Rome.
  ["2026-03-23T23:30:00Z", 1, "2026-03-25"],
])("an answer asked for at %s within %i working days is due on %s", (at, workingDays, day) => {
  expect(usualDueDay(new Date(at), { ...usualTerm, workingDays })).toBe(day);
});

test("a day ends in Rome, also where its clocks change", () => {
  expect(dueAtEndOf("2026-03-28").toISOString()).toBe("2026-03-28T22:59:59.000Z");
  expect(dueAtEndOf("2026-03-29").toISOString()).toBe("2026-03-29T21:59:59.000Z");
});

test("who has waited three days asked no later than then", () => {
  expect(waitingSince(new Date("2026-03-23T09:00:00Z"), 3).toISOString()).toBe("2026-03-20T09:00:00.000Z");
});

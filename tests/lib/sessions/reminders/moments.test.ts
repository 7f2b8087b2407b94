import { expect, test } from "vitest";
import { isInTime, momentsToCome, type ReminderMoment } from "@/lib/sessions/reminders/moments";

const hour = 3_600_000;
const startsAt = new Date("2026-03-31T08:30:00Z");
const before = (hours: number) => new Date(startsAt.getTime() - hours * hour);

test.each([
  ["eight days before", 8 * 24, ["DAYS_7", "HOURS_24", "MINUTES_15"]],
  ["seven days before, to the second", 7 * 24, ["HOURS_24", "MINUTES_15"]],
  ["two hours before", 2, ["MINUTES_15"]],
  ["ten minutes before", 1 / 6, []],
  ["once it has begun", 0, []],
])("%s there are to come: %s", (_when, hours, moments) => {
  expect(momentsToCome(startsAt, before(hours)).map((one) => one.moment)).toEqual(moments);
});

test("a week before is a week of Rome's days and the same instant, also when the clocks change between", () => {
  const [first] = momentsToCome(startsAt, before(9 * 24));
  expect(first).toEqual({ moment: "DAYS_7", runAt: new Date("2026-03-24T08:30:00Z") });
});

test.each([
  ["DAYS_7", 8 * 24, false],
  ["DAYS_7", 7 * 24 + 1 / 10, true],
  ["DAYS_7", 7 * 24, true],
  ["DAYS_7", 25, true],
  ["DAYS_7", 24, false],
  ["HOURS_24", 24, true],
  ["HOURS_24", 0.25, false],
  ["MINUTES_15", 24, false],
  ["MINUTES_15", 0.25, true],
  ["MINUTES_15", 0, false],
] as [ReminderMoment, number, boolean][])(
  "%s that is told %s hours before is in time: %s",
  (moment, hours, isGood) => {
    expect(isInTime(moment, startsAt, before(hours))).toBe(isGood);
  },
);

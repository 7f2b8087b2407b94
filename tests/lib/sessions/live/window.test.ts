import { expect, test } from "vitest";
import { countedUntil, isLiveDay, liveEndsAt, livePhase } from "@/lib/sessions/live/window";

// 23 March 2026, 10:30-12:30 in Rome, doors at 10:15.
const session = {
  state: "CONVENED" as const,
  startsAt: new Date("2026-03-23T09:30:00Z"),
  endsAt: new Date("2026-03-23T11:30:00Z"),
  doorsMinutes: 15,
};

test.each([
  ["the evening before", "2026-03-22T20:00:00Z", "early", false],
  ["the morning of the day", "2026-03-23T06:00:00Z", "early", true],
  ["a second before the doors", "2026-03-23T09:14:59Z", "early", true],
  ["the opening of the doors", "2026-03-23T09:15:00Z", "open", true],
  ["after its end", "2026-03-23T15:00:00Z", "open", true],
  ["the last second of the day in Rome", "2026-03-23T22:59:59Z", "open", true],
  ["midnight in Rome", "2026-03-23T23:00:00Z", "over", false],
])("%s: %s is %s", (_name, at, phase, isDay) => {
  expect(livePhase(session, new Date(at))).toBe(phase);
  expect(isLiveDay(session, new Date(at))).toBe(isDay);
});

test("one that ends at night has three hours more", () => {
  const late = { endsAt: new Date("2026-03-23T22:30:00Z") };
  expect(liveEndsAt(late)).toEqual(new Date("2026-03-24T01:30:00Z"));
});

test("the night on which the clocks go forward ends its day at midnight in Rome", () => {
  expect(liveEndsAt({ endsAt: new Date("2026-03-28T16:00:00Z") })).toEqual(new Date("2026-03-28T23:00:00Z"));
  expect(liveEndsAt({ endsAt: new Date("2026-03-29T16:00:00Z") })).toEqual(new Date("2026-03-29T22:00:00Z"));
});

test.each([
  ["DRAFT", "off"],
  ["CANCELLED", "off"],
  ["CLOSED", "closed"],
] as const)("a session that is %s is %s", (state, phase) => {
  const at = new Date("2026-03-23T10:00:00Z");
  expect(livePhase({ ...session, state }, at)).toBe(phase);
  expect(isLiveDay({ ...session, state }, at)).toBe(false);
});

test("the times of a day that has passed count to its scheduled end, also when nobody closed it", () => {
  const late = new Date("2026-03-26T08:00:00Z");
  expect(countedUntil(session, late)).toEqual(session.endsAt);
  expect(countedUntil({ ...session, state: "CLOSED" }, late)).toEqual(session.endsAt);
  const during = new Date("2026-03-23T10:00:00Z");
  expect(countedUntil(session, during)).toEqual(during);
  expect(countedUntil({ ...session, state: "CLOSED" }, during)).toEqual(during);
});

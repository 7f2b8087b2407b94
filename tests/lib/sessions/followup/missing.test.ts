import { describe, expect, test } from "vitest";
import { closingAskedBefore, lengthsOf, missingOf } from "@/lib/sessions/followup/missing";

const at = new Date("2026-03-23T09:00:00Z");
const ended = (endsAt: string) => ({
  startsAt: new Date(new Date(endsAt).getTime() - 7_200_000),
  endsAt: new Date(endsAt),
});
const longAgo = ended("2026-03-10T11:30:00Z");
const complete = { hasAttendance: true, minutes: { publishedAt: at } };

describe("what is missing", () => {
  test.each([
    ["a draft", { state: "DRAFT", ...longAgo, hasAttendance: false, minutes: null }, []],
    ["a cancelled one", { state: "CANCELLED", ...longAgo, hasAttendance: false, minutes: null }, []],
    [
      "one to come",
      { state: "CONVENED", ...ended("2026-03-30T11:00:00Z"), hasAttendance: false, minutes: null },
      [],
    ],
    [
      "one that is running",
      { state: "CONVENED", ...ended("2026-03-23T10:00:00Z"), hasAttendance: false, minutes: null },
      [],
    ],
    [
      "one that ended this morning",
      { state: "CONVENED", ...ended("2026-03-23T08:00:00Z"), hasAttendance: false, minutes: null },
      ["attendance", "minutes"],
    ],
    [
      "one that ended exactly three days ago",
      { state: "CONVENED", ...ended("2026-03-20T09:00:00Z"), ...complete },
      [],
    ],
    [
      "one that ended a moment longer ago",
      { state: "CONVENED", ...ended("2026-03-20T08:59:59Z"), ...complete },
      ["closing"],
    ],
    [
      "one of which nothing was recorded",
      { state: "CONVENED", ...longAgo, hasAttendance: false, minutes: null },
      ["attendance", "minutes", "closing"],
    ],
    [
      "a closed one with minutes in a drawer",
      { state: "CLOSED", ...longAgo, hasAttendance: true, minutes: { publishedAt: null } },
      ["publishing"],
    ],
    ["a closed one with everything", { state: "CLOSED", ...longAgo, ...complete }, []],
  ] as const)("of %s", (_name, session, missing) => {
    expect(missingOf(session, at)).toEqual(missing);
  });
});

test("three days are three times 24 hours, also when the clocks change", () => {
  expect(closingAskedBefore(new Date("2026-03-30T08:00:00Z"))).toEqual(new Date("2026-03-27T08:00:00Z"));
});

test("the three lengths are three facts: only the scheduled one is always known", () => {
  const scheduled = { ...longAgo, announcedMinutes: null, actualStartsAt: null, actualEndsAt: null };
  expect(lengthsOf(scheduled)).toEqual({ announced: null, scheduled: 120, actual: null });
  expect(
    lengthsOf({
      ...scheduled,
      announcedMinutes: 180,
      actualStartsAt: longAgo.startsAt,
      actualEndsAt: new Date(longAgo.endsAt.getTime() + 900_000),
    }),
  ).toEqual({ announced: 180, scheduled: 120, actual: 135 });
});

import { describe, expect, test } from "vitest";
import { romeDay } from "@/lib/platform/rome-time";
import { termEndsAt } from "@/lib/sessions/minutes/term";

describe("the term for objections", () => {
  test.each([
    ["counts from the day after", "2026-03-23T09:00:00Z", 7, "2026-03-30"],
    ["moves from a Sunday", "2026-03-22T09:00:00Z", 7, "2026-03-30"],
    ["stays on a Saturday", "2026-03-21T09:00:00Z", 7, "2026-03-28"],
    ["moves over Easter Monday", "2026-03-30T09:00:00Z", 7, "2026-04-07"],
    ["is of the day in Rome", "2026-03-23T23:30:00Z", 7, "2026-03-31"],
    ["takes what the rules say", "2026-03-23T09:00:00Z", 10, "2026-04-02"],
  ])("%s", (_what, proposedAt, days, last) => {
    const ends = termEndsAt(new Date(proposedAt), days);
    expect(romeDay(ends)).toBe(last);
    expect(romeDay(new Date(ends.getTime() + 1_000))).not.toBe(last);
  });

  test("ends at the last second of its day on both sides of the change of clocks", () => {
    expect(termEndsAt(new Date("2026-10-18T09:00:00Z"), 7).toISOString()).toBe("2026-10-26T22:59:59.000Z");
    expect(termEndsAt(new Date("2027-03-20T09:00:00Z"), 7).toISOString()).toBe("2027-03-27T22:59:59.000Z");
  });
});

import { expect, test } from "vitest";
import { asksForInterest, nextInterestState, takesInterest } from "@/lib/sessions/interests/lifecycle";

const startsAt = new Date("2026-04-20T08:00:00Z");
const meeting = { kind: "DISSEMINATION", audience: "PUBLIC", state: "CONVENED", startsAt } as const;
const before = new Date(startsAt.getTime() - 1);

test("an interest is confirmed, withdrawn and asked for anew", () => {
  expect(nextInterestState("PENDING", "confirm")).toBe("CONFIRMED");
  expect(nextInterestState("CONFIRMED", "withdraw")).toBe("WITHDRAWN");
  expect(nextInterestState("WITHDRAWN", "renew")).toBe("PENDING");
  expect(() => nextInterestState("WITHDRAWN", "confirm")).toThrow("planning.moveNotAllowed");
});

test("bodies are asked of dissemination meetings that everybody sees", () => {
  expect(asksForInterest(meeting)).toBe(true);
  expect(asksForInterest({ ...meeting, audience: "ANNOUNCED" })).toBe(true);
  expect(asksForInterest({ ...meeting, audience: "PROGRAMME" })).toBe(false);
  expect(asksForInterest({ ...meeting, kind: "ASSISTANCE" })).toBe(false);
});

test("until the meeting starts, of a convened one", () => {
  expect(takesInterest(meeting, before)).toBe(true);
  expect(takesInterest(meeting, startsAt)).toBe(false);
  for (const state of ["DRAFT", "CLOSED", "CANCELLED"] as const) {
    expect(takesInterest({ ...meeting, state }, before)).toBe(false);
  }
});

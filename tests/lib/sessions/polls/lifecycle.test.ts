import { expect, test } from "vitest";
import { nextPollState, takesAnswers } from "@/lib/sessions/polls/lifecycle";

test("a poll is decided or given up, once", () => {
  expect([nextPollState("OPEN", "decide"), nextPollState("OPEN", "cancel")]).toEqual([
    "DECIDED",
    "CANCELLED",
  ]);
  expect(() => nextPollState("DECIDED", "cancel")).toThrow("planning.moveNotAllowed");
  expect(() => nextPollState("CANCELLED", "decide")).toThrow("planning.moveNotAllowed");
});

test("answers are taken until the closing moment, of an open poll", () => {
  const closesAt = new Date("2026-03-27T17:00:00Z");
  const before = new Date(closesAt.getTime() - 1);
  expect(takesAnswers({ state: "OPEN", closesAt }, before)).toBe(true);
  expect(takesAnswers({ state: "OPEN", closesAt }, closesAt)).toBe(false);
  expect(takesAnswers({ state: "DECIDED", closesAt }, before)).toBe(false);
});

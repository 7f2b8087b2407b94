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

test("answers are taken until the closing moment, of an open poll about a draft", () => {
  const closesAt = new Date("2026-03-27T17:00:00Z");
  const before = new Date(closesAt.getTime() - 1);
  const poll = { state: "OPEN", closesAt, session: { state: "DRAFT" } } as const;
  expect(takesAnswers(poll, before)).toBe(true);
  expect(takesAnswers(poll, closesAt)).toBe(false);
  expect(takesAnswers({ ...poll, state: "DECIDED" }, before)).toBe(false);
  expect(takesAnswers({ ...poll, session: { state: "CONVENED" } }, before)).toBe(false);
  expect(takesAnswers({ ...poll, session: { state: "CANCELLED" } }, before)).toBe(false);
});

import { expect, test } from "vitest";
import { isWelcoming, newDays, newSince, newUntil } from "@/lib/animation/welcome/newness";

test("somebody is new for thirty days", () => {
  const joinedAt = new Date("2026-03-01T09:00:00Z");
  expect(newDays).toBe(30);
  expect(newUntil(joinedAt)).toEqual(new Date("2026-03-31T09:00:00Z"));
  expect(newSince(newUntil(joinedAt))).toEqual(joinedAt);
});

test("nobody is welcomed into a programme that is over", () => {
  const states = ["DRAFT", "CALL_OPEN", "RUNNING", "CLOSED", "ARCHIVED"] as const;
  expect(states.filter(isWelcoming)).toEqual(["DRAFT", "CALL_OPEN", "RUNNING"]);
});

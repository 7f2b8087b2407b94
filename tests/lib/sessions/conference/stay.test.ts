import { expect, test } from "vitest";
import { presenceSeen, type Stay } from "@/lib/sessions/conference/stay";

const at = (time: string) => new Date(`2026-03-31T${time}:00Z`);
const session = { startsAt: at("08:30"), endsAt: at("10:30") };
const stay = (joined: string, left?: string): Stay => ({
  joinedAt: at(joined),
  leftAt: left ? at(left) : null,
});

test.each<[string, Stay[], number | null]>([
  ["the whole session", [stay("08:20", "10:40")], 120],
  ["a part", [stay("09:00", "09:45")], 45],
  ["twice, one after the other, in any order", [stay("10:00", "10:20"), stay("08:30", "09:00")], 50],
  ["in two windows at once", [stay("08:30", "09:30"), stay("09:00", "10:00")], 90],
  ["one window within the other", [stay("08:30", "10:00"), stay("09:00", "09:10")], 90],
  ["before the start alone", [stay("08:16", "08:25")], 0],
  ["without a known end", [stay("08:30", "09:00"), stay("09:10")], null],
])("%s", (_name, stays, minutes) => {
  const first = stays.map((one) => one.joinedAt).sort((a, b) => +a - +b)[0];
  expect(presenceSeen(stays, session)).toEqual({ joinedAt: first, minutes });
});

test("nobody who never came in", () => {
  expect(presenceSeen([], session)).toBeNull();
});

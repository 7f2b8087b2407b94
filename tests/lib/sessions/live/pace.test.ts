import { expect, test } from "vitest";
import { endAtClosing, paceOf, type Run, spentMinutes, spentOn, timeOf } from "@/lib/sessions/live/pace";

const at = (time: string) => new Date(`2026-03-23T${time}:00Z`);
const run = (agendaItemId: string, from: string, to: string | null): Run => ({
  agendaItemId,
  startedAt: at(from),
  endedAt: to === null ? null : at(to),
});
const points = [
  { id: "a", minutes: 30 },
  { id: "b", minutes: 20 },
  { id: "c", minutes: null },
];
const session = { startsAt: at("10:00") };
const pace = (runs: Run[], now: string) => paceOf(session, points, { runs, at: at(now) });

test("a point's runs add up, and one that goes on counts to the moment", () => {
  const runs = [run("a", "10:00", "10:10"), run("b", "10:10", "10:20"), run("a", "10:20", null)];
  const time = timeOf("a", runs);
  expect(time).toEqual({
    state: "running",
    spentMs: 600_000,
    runningSince: at("10:20"),
    firstStartedAt: at("10:00"),
    lastEndedAt: null,
  });
  expect(spentMinutes(time, at("10:25"))).toBe(15);
  expect(timeOf("b", runs)).toMatchObject({ state: "done", lastEndedAt: at("10:20") });
  expect(timeOf("c", runs)).toMatchObject({ state: "waiting", spentMs: 0, firstStartedAt: null });
  expect([spentOn("b", runs, at("11:00")), spentOn("c", runs, at("11:00"))]).toEqual([10, null]);
});

test("before the first point nothing is said of the pace", () => {
  expect(pace([], "10:20")).toEqual({ plannedMinutes: 50, actualMinutes: 0, behindMinutes: null });
});

test.each([
  ["begun on time, within the plan", [run("a", "10:00", null)], "10:25", 0],
  ["begun late", [run("a", "10:12", null)], "10:20", 12],
  ["a point that goes over its time", [run("a", "10:00", null)], "10:42", 12],
  ["a point that ended early", [run("a", "10:00", "10:20"), run("b", "10:20", null)], "10:25", -10],
  ["a break between two points", [run("a", "10:00", "10:30")], "10:45", 15],
  ["all dealt with, however long ago", [run("a", "10:00", "10:30"), run("b", "10:30", "10:55")], "12:00", 5],
] as const)("%s", (_name, runs, now, behind) => {
  expect(pace([...runs], now).behindMinutes).toBe(behind);
});

test("an agenda without minutes has no pace, only its time", () => {
  const free = [{ id: "c", minutes: null }];
  expect(paceOf(session, free, { runs: [run("c", "10:00", "10:40")], at: at("11:00") })).toEqual({
    plannedMinutes: 0,
    actualMinutes: 40,
    behindMinutes: null,
  });
});

test("what still goes on ends with the closing: at the end that is known, never before it began or after the closing", () => {
  const scheduled = { endsAt: at("12:00"), actualEndsAt: null };
  const started = { startedAt: at("11:50") };
  expect(endAtClosing(started, scheduled, at("18:00"))).toEqual(at("12:00"));
  expect(endAtClosing(started, scheduled, at("11:55"))).toEqual(at("11:55"));
  expect(endAtClosing(started, { ...scheduled, actualEndsAt: at("12:20") }, at("18:00"))).toEqual(
    at("12:20"),
  );
  expect(endAtClosing({ startedAt: at("12:10") }, scheduled, at("18:00"))).toEqual(at("12:10"));
});

import { describe, expect, test } from "vitest";
import { dueAt, timingOf } from "@/lib/animation/scheduling/due";
import { exactDay, wholeMonth } from "@/lib/platform/source-date";

const none = { phase: null, session: null };
const asked = { side: "before", days: 0, hours: 0 } as const;
const session = {
  startsAt: new Date("2026-03-30T08:30:00Z"),
  endsAt: new Date("2026-03-30T10:30:00Z"),
  state: "CONVENED",
} as const;

describe("a post comes", () => {
  test("at the moment that was asked for", () => {
    const timing = timingOf({ ...asked, anchor: "MOMENT", date: "2026-03-25", time: "10:15", days: 3 });
    expect(dueAt({ ...timing, ...none })).toEqual(new Date("2026-03-25T09:15:00Z"));
  });

  test("around the days of a phase, at an hour, in the morning where none is given", () => {
    const phase = { begin: exactDay("2026-04-01"), end: wholeMonth("2026-05") };
    const due = (timing: ReturnType<typeof timingOf>) => dueAt({ ...timing, phase, session: null });
    expect(due(timingOf({ ...asked, anchor: "PHASE_BEGIN", days: 2, time: "08:00" }))).toEqual(
      new Date("2026-03-30T06:00:00Z"),
    );
    expect(due(timingOf({ ...asked, anchor: "PHASE_END", side: "after", days: 1 }))).toEqual(
      new Date("2026-06-01T07:00:00Z"),
    );
  });

  test("around a session, at the same hour although the clocks change between", () => {
    const due = (timing: ReturnType<typeof timingOf>) => dueAt({ ...timing, phase: null, session });
    expect(due(timingOf({ ...asked, anchor: "SESSION_START", days: 2 }))).toEqual(
      new Date("2026-03-28T09:30:00Z"),
    );
    expect(due(timingOf({ ...asked, anchor: "SESSION_END", side: "after", hours: 3 }))).toEqual(
      new Date("2026-03-30T13:30:00Z"),
    );
  });

  test("never where the phase has no date, the session is cancelled, or either is gone", () => {
    const ofPhase = timingOf({ ...asked, anchor: "PHASE_BEGIN" });
    const words = { precision: "none", text: "da definire" };
    expect(dueAt({ ...ofPhase, ...none })).toBeNull();
    expect(dueAt({ ...ofPhase, session: null, phase: { begin: null, end: null } })).toBeNull();
    expect(dueAt({ ...ofPhase, session: null, phase: { begin: words, end: null } })).toBeNull();
    const ofSession = timingOf({ ...asked, anchor: "SESSION_START" });
    expect(dueAt({ ...ofSession, ...none })).toBeNull();
    expect(dueAt({ ...ofSession, phase: null, session: { ...session, state: "CANCELLED" } })).toBeNull();
  });
});

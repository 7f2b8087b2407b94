import { describe, expect, it } from "vitest";
import { endOfRomeDay, romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { exactDay, wholeMonth, wholeYear } from "@/lib/platform/source-date";
import { type CloneSource, planClone } from "@/lib/programmes/clone";

const none: CloneSource = { phases: [], sessions: [], requests: [] };
const session = (id: string, day: string, begins = "10:30", ends = "12:30") => ({
  id,
  title: id,
  startsAt: romeInstant(day, begins),
  endsAt: romeInstant(day, ends),
});
const request = (id: string, due: string, cutOff?: string) => ({
  id,
  title: id,
  dueAt: endOfRomeDay(due),
  cutOffAt: cutOff ? endOfRomeDay(cutOff) : null,
});
const chambers: CloneSource = {
  ...none,
  sessions: ["2012-07-09", "2012-09-04", "2012-09-25", "2012-10-09", "2012-10-23"].map((day) =>
    session(day, day),
  ),
};
const days = (source: CloneSource, start: string) =>
  planClone(source, start).sessions.map(({ starts }) => romeDay(starts.moved));

describe("the examples of the domain", () => {
  it("starts the chambers' programme on 12 January 2026", () => {
    expect(days(chambers, "2026-01-12")).toEqual([
      "2026-01-12",
      "2026-03-10",
      "2026-03-31",
      "2026-04-14",
      "2026-04-28",
    ]);
  });

  it("starts it on 2 March 2026 and steps over the second of June", () => {
    const plan = planClone(chambers, "2026-03-02");
    expect(plan.sessions.map(({ starts }) => romeDay(starts.moved))).toEqual([
      "2026-03-02",
      "2026-04-28",
      "2026-05-19",
      "2026-06-03",
      "2026-06-16",
    ]);
    expect(plan.sessions[3]?.starts.note).toMatchObject({ reason: "holiday", from: "2026-06-02" });
    expect(plan.sessions[4]?.starts.note).toBeNull();
  });

  it("keeps 10:30 in Rome on both sides of the change of hour", () => {
    expect(chambers.sessions[0]?.startsAt.toISOString()).toBe("2012-07-09T08:30:00.000Z");
    const plan = planClone(chambers, "2026-01-12");
    expect(plan.sessions[0]?.starts.moved.toISOString()).toBe("2026-01-12T09:30:00.000Z");
    for (const one of plan.sessions) {
      expect(romeTime(one.starts.moved)).toBe("10:30");
      expect(romeTime(one.endsAt)).toBe("12:30");
    }
  });
});

describe("start", () => {
  it("moves to a working day first, and the others count from there", () => {
    const plan = planClone(chambers, "2026-01-10");
    expect(plan.start).toEqual({
      asked: "2026-01-10",
      day: "2026-01-12",
      note: { reason: "weekend", from: "2026-01-10" },
    });
    expect(romeDay(plan.sessions[1]?.starts.moved as Date)).toBe("2026-03-10");
  });

  it("is the first session also when a phase begins before it", () => {
    const plan = planClone(
      {
        ...chambers,
        phases: [{ id: "p", title: "p", begin: exactDay("2012-07-01"), end: exactDay("2012-10-30") }],
      },
      "2026-01-12",
    );
    expect(plan.anchor).toMatchObject({ kind: "session", day: "2012-07-09" });
    expect(plan.phases[0]?.begin?.moved.from).toBe("2026-01-04");
    expect(plan.phases[0]?.end?.moved.from).toBe("2026-05-05");
  });

  it("is the first phase where there is no session", () => {
    const phases = [
      { id: "late", title: "late", begin: exactDay("2020-05-01"), end: null },
      { id: "early", title: "early", begin: exactDay("2020-03-02"), end: null },
      { id: "undated", title: "undated", begin: null, end: null },
    ];
    const plan = planClone({ ...none, phases }, "2026-03-02");
    expect(plan.anchor).toEqual({ kind: "phase", id: "early", day: "2020-03-02" });
    expect(plan.phases.map(({ begin }) => begin?.moved.from)).toEqual([
      "2026-05-01",
      "2026-03-02",
      undefined,
    ]);
  });

  it("moves nothing where no date is known", () => {
    const plan = planClone(
      { ...none, phases: [{ id: "p", title: "p", begin: null, end: null }] },
      "2026-03-02",
    );
    expect(plan).toMatchObject({ anchor: null, shift: 0 });
  });

  it("takes the closing days of the body into account", () => {
    expect(planClone(chambers, "2026-01-12", new Map([["2026-01-12", "Patrono"]])).start).toMatchObject({
      day: "2026-01-13",
      note: { reason: "holiday", holiday: "Patrono" },
    });
  });
});

describe("order", () => {
  it("keeps a later day later when the day before was pushed onto it", () => {
    const source = {
      ...none,
      sessions: [session("start", "2026-01-12"), session("b", "2026-01-17"), session("c", "2026-01-18")],
      requests: [request("d", "2026-01-19")],
    };
    const plan = planClone(source, "2026-02-02");
    expect(plan.sessions.map(({ starts }) => romeDay(starts.moved))).toEqual([
      "2026-02-02",
      "2026-02-09",
      "2026-02-10",
    ]);
    expect(romeDay(plan.requests[0]?.due.moved as Date)).toBe("2026-02-11");
    expect(plan.requests[0]?.due.note).toEqual({ reason: "order", from: "2026-02-09" });
  });

  it("keeps two dates of one day on one day, with their hours", () => {
    const source = {
      ...none,
      sessions: [session("start", "2026-01-12"), session("b", "2026-01-17", "09:00", "10:00")],
      requests: [request("d", "2026-01-17", "2026-01-20")],
    };
    const plan = planClone(source, "2026-02-02");
    expect(romeDay(plan.sessions[1]?.starts.moved as Date)).toBe("2026-02-09");
    expect(plan.requests[0]?.due.moved).toEqual(endOfRomeDay("2026-02-09"));
    expect(plan.requests[0]?.cutOff?.moved).toEqual(endOfRomeDay("2026-02-10"));
  });

  it("keeps the length of a session that ends on the next day", () => {
    const source = {
      ...none,
      sessions: [
        {
          id: "n",
          title: "n",
          startsAt: romeInstant("2026-01-12", "22:00"),
          endsAt: romeInstant("2026-01-13", "01:00"),
        },
      ],
    };
    expect(planClone(source, "2026-06-01").sessions[0]?.endsAt).toEqual(romeInstant("2026-06-02", "01:00"));
  });
});

describe("partial dates", () => {
  it("keep their precision", () => {
    const phases = [
      { id: "m", title: "m", begin: wholeMonth("2012-05"), end: wholeYear(2012) },
      {
        id: "q",
        title: "q",
        begin: { from: "2012-07-01", to: "2012-09-30", precision: "month" as const, text: "estate" },
        end: { precision: "none" as const, text: "fine ottobre" },
      },
    ];
    const plan = planClone({ ...chambers, phases }, "2026-01-12");
    expect(plan.phases[0]?.begin?.moved).toMatchObject({
      from: "2025-11-01",
      to: "2025-11-30",
      precision: "month",
    });
    expect(plan.phases[0]?.end?.moved.precision).toBe("year");
    expect(plan.phases[1]?.begin?.moved).toMatchObject({
      from: "2026-01-01",
      to: "2026-03-31",
      precision: "month",
    });
    expect(plan.phases[1]?.end?.moved).toEqual({ precision: "none", text: "fine ottobre" });
  });

  it("moves bounds of phases without regard to holidays", () => {
    const phases = [{ id: "p", title: "p", begin: exactDay("2012-10-13"), end: null }];
    expect(planClone({ ...chambers, phases }, "2026-01-12").phases[0]?.begin?.moved.from).toBe("2026-04-18");
  });
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import { daysBetween, exactDay } from "@/lib/platform/source-date";
import { isWorkingDay } from "@/lib/platform/working-days";
import { type CloneSource, planClone } from "@/lib/programmes/clone";

// Working hours: at night a clock may be turned, and a moment be there twice or not at all.
const moment = fc
  .record({
    day: fc
      .date({
        min: new Date("2011-01-10T12:00:00Z"),
        max: new Date("2031-12-20T12:00:00Z"),
        noInvalidDate: true,
      })
      .map(romeDay),
    minutes: fc.integer({ min: 6 * 60, max: 22 * 60 }),
  })
  .map(({ day, minutes }) => romeInstant(day, clock(minutes)));
const newStart = fc
  .date({ min: new Date("2024-01-01T12:00:00Z"), max: new Date("2035-12-31T12:00:00Z"), noInvalidDate: true })
  .map(romeDay);
const source: fc.Arbitrary<CloneSource> = fc.record({
  phases: fc
    .array(fc.record({ begin: fc.option(moment), end: fc.option(moment) }), { maxLength: 4 })
    .map((all) =>
      all.map(({ begin, end }, index) => ({
        ...named("phase", index),
        begin: whole(begin),
        end: whole(end),
      })),
    ),
  sessions: fc
    .array(fc.record({ startsAt: moment, minutes: fc.integer({ min: 15, max: 90 }) }), { maxLength: 8 })
    .map((all) =>
      all.map(({ startsAt, minutes }, index) => ({
        ...named("session", index),
        startsAt,
        endsAt: new Date(startsAt.getTime() + minutes * 60_000),
      })),
    ),
  requests: fc
    .array(fc.record({ dueAt: moment, cutOffAt: fc.option(moment) }), { maxLength: 8 })
    .map((all) => all.map((one, index) => ({ ...named("request", index), ...one }))),
});

test("whatever a programme's dates: the copy's are working days, at the same hour, forwards, in the same order", () => {
  fc.assert(
    fc.property(source, newStart, (old, start) => {
      const plan = planClone(old, start);
      expect(isWorkingDay(plan.start.day)).toBe(true);
      const moved = [
        ...plan.sessions.map(({ starts }) => starts),
        ...plan.requests.flatMap(({ due, cutOff }) => (cutOff ? [due, cutOff] : [due])),
      ].map((one) => ({ ...one, oldDay: romeDay(one.old), newDay: romeDay(one.moved) }));
      for (const one of moved) {
        expect(isWorkingDay(one.newDay)).toBe(true);
        expect(onTheWall(one.moved)).toBe(onTheWall(one.old));
        expect(daysBetween(one.oldDay, one.newDay)).toBeGreaterThanOrEqual(plan.shift);
        // Whoever asks why a date did not keep its distance is told.
        expect(one.note === null).toBe(daysBetween(one.oldDay, one.newDay) === plan.shift);
      }
      const days = new Map(moved.map(({ oldDay, newDay }) => [oldDay, newDay]));
      expect(moved.every(({ oldDay, newDay }) => days.get(oldDay) === newDay)).toBe(true);
      const inOrder = [...days.keys()].sort().map((day) => days.get(day));
      expect(inOrder).toEqual([...new Set(inOrder)].sort());
      for (const { begin, end } of plan.phases)
        for (const bound of [begin, end])
          if (bound) expect(daysBetween(bound.old.from ?? "", bound.moved.from ?? "")).toBe(plan.shift);
    }),
    { numRuns: 100, seed: 20_261_130 },
  );
});

function named(what: string, index: number) {
  return { id: `${what}-${index}`, title: `${what} ${index}` };
}

function whole(at: Date | null) {
  return at && exactDay(romeDay(at));
}

function clock(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}:00`;
}

function onTheWall(at: Date): string {
  return at.toLocaleTimeString("en-GB", { timeZone: "Europe/Rome" });
}

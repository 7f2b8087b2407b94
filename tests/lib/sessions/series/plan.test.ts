import { differenceInCalendarDays, getDay, parseISO } from "date-fns";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { romeTime } from "@/lib/platform/rome-time";
import { isWorkingDay } from "@/lib/platform/working-days";
import { laterClock, planSeries, planTemplate, renumbered, timesOn } from "@/lib/sessions/series/plan";

const distance = (from: string, to: string) => differenceInCalendarDays(parseISO(to), parseISO(from));

describe("three sessions every three weeks", () => {
  test("skip a holiday and come back to their weekday", () => {
    // 2 June 2026 is a Tuesday and a holiday.
    expect(planSeries({ first: "2026-05-12", stepDays: 21, count: 3 })).toEqual([
      { day: "2026-05-12", note: null },
      {
        day: "2026-06-03",
        note: { reason: "holiday", from: "2026-06-02", holiday: "Festa della Repubblica" },
      },
      { day: "2026-06-23", note: null },
    ]);
  });

  test("stay in order where a holiday pushes one onto the next", () => {
    // Saturday 5 and Monday 7 December move to Monday 7 and Wednesday 9 (the 8th is a holiday).
    expect(planSeries({ first: "2026-12-05", stepDays: 2, count: 2 }).map((one) => one.day)).toEqual([
      "2026-12-07",
      "2026-12-09",
    ]);
  });
});

describe("a pilot from the template", () => {
  const afterDays = [0, 57, 78, 92, 106];
  test("as in the examples of the rules: 12 January and 2 March 2026", () => {
    expect(planTemplate("2026-01-12", afterDays).map((one) => one.day)).toEqual([
      "2026-01-12",
      "2026-03-10",
      "2026-03-31",
      "2026-04-14",
      "2026-04-28",
    ]);
    expect(planTemplate("2026-03-02", afterDays).map((one) => one.day)).toEqual([
      "2026-03-02",
      "2026-04-28",
      "2026-05-19",
      "2026-06-03",
      "2026-06-16",
    ]);
  });

  test("from a Sunday counts from the Monday, and says so", () => {
    const [first, second] = planTemplate("2026-01-11", afterDays);
    expect(first).toEqual({ day: "2026-01-12", note: { reason: "weekend", from: "2026-01-11" } });
    expect(second).toEqual({ day: "2026-03-10", note: null });
  });
});

const day = fc
  .date({ min: new Date("2024-01-01T00:00:00Z"), max: new Date("2032-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("whatever the rhythm", () => {
  test("days rise strictly, are working days, and lie at most a fortnight after their place", () => {
    const rhythm = fc.record({
      first: day,
      stepDays: fc.integer({ min: 1, max: 180 }),
      count: fc.integer({ min: 2, max: 20 }),
    });
    fc.assert(
      fc.property(rhythm, (asked) => {
        const days = planSeries(asked);
        expect(days).toHaveLength(asked.count);
        days.forEach(({ day: at, note }, index) => {
          expect(isWorkingDay(at)).toBe(true);
          const before = days[index - 1];
          if (before) expect(at > before.day).toBe(true);
          const late = distance(asked.first, at) - index * asked.stepDays;
          expect(late).toBeGreaterThanOrEqual(0);
          // Daily sessions fall behind by the weekends; at a week's distance each keeps its own week.
          if (asked.stepDays >= 7) expect(late).toBeLessThanOrEqual(6);
          expect(note === null).toBe(late === 0);
        });
      }),
      { numRuns: 300 },
    );
  });

  test("weeks keep the weekday wherever no holiday stands in the way", () => {
    const rhythm = fc.record({
      first: day,
      weeks: fc.integer({ min: 1, max: 26 }),
      count: fc.integer({ min: 2, max: 20 }),
    });
    fc.assert(
      fc.property(rhythm, ({ first, weeks, count }) => {
        for (const one of planSeries({ first, stepDays: weeks * 7, count })) {
          if (one.note === null) expect(getDay(parseISO(one.day))).toBe(getDay(parseISO(first)));
        }
      }),
    );
  });

  test("a template keeps its distances where no holiday stands in the way, and its order where one does", () => {
    const offsets = fc
      .uniqueArray(fc.integer({ min: 1, max: 400 }), { minLength: 1, maxLength: 8 })
      .map((all) => [0, ...all.toSorted((a, b) => a - b)]);
    fc.assert(
      fc.property(day, offsets, (start, afterDays) => {
        const days = planTemplate(start, afterDays);
        const first = days[0]?.day as string;
        expect(distance(start, first)).toBeLessThanOrEqual(6);
        days.forEach((one, index) => {
          expect(isWorkingDay(one.day)).toBe(true);
          const before = days[index - 1];
          if (before) expect(one.day > before.day).toBe(true);
          if (index > 0 && one.note === null) expect(distance(first, one.day)).toBe(afterDays[index]);
        });
      }),
    );
  });

  test("the time of day in Rome stays, across both changes of the clocks", () => {
    const clock = fc.record({
      hour: fc.integer({ min: 6, max: 20 }),
      minute: fc.constantFrom(0, 15, 30, 45),
    });
    const changes = fc.constantFrom("2026-10-20", "2027-03-23", "2026-03-24", "2025-10-21");
    fc.assert(
      fc.property(changes, clock, (first, { hour, minute }) => {
        const start = `${String(hour).padStart(2, "0")}:${String(minute).padStart(2, "0")}`;
        const end = laterClock(start, 120) as string;
        for (const { day: at } of planSeries({ first, stepDays: 7, count: 3 })) {
          const { startsAt, endsAt } = timesOn(at, { start, end });
          expect([romeTime(startsAt), romeTime(endsAt)]).toEqual([start, end]);
          expect(endsAt.getTime() - startsAt.getTime()).toBe(7_200_000);
        }
      }),
    );
  });
});

test.each([
  ["2ª sessione di assistenza tecnica", 2, 3, "3ª sessione di assistenza tecnica"],
  ["Tavolo 12º, gruppo 2", 12, 13, "Tavolo 13º, gruppo 2"],
  ["12ª sessione", 2, 3, "12ª sessione"],
  ["Sessione", 1, 2, "Sessione"],
  ["2ª sessione", null, null, "2ª sessione"],
])("%s, number %s to %s, is %s", (title, from, to, wanted) => {
  expect(renumbered(title, from, to)).toBe(wanted);
});

test("nothing ends after midnight", () => {
  expect(laterClock("22:30", 89)).toBe("23:59");
  expect(laterClock("22:30", 90)).toBeNull();
});

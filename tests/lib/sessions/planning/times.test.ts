import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { isWorkingDay } from "@/lib/platform/working-days";
import { bestSlots, overlap, type SessionHours, spansWithin } from "@/lib/sessions/planning/times";

const hours: SessionHours = {
  weekdays: [1, 2, 3, 4, 5],
  parts: [
    { from: "09:00", to: "13:00" },
    { from: "14:00", to: "18:00" },
  ],
  stepMinutes: 30,
};
const at = (day: string, time: string) => romeInstant(day, time);

describe("spans within the hours", () => {
  test("lie whole in a part of a working day", () => {
    const spans = spansWithin(hours, { from: "2026-04-02", to: "2026-04-07", minutes: 180 });
    expect(spans.map((one) => `${romeDay(one.startsAt)} ${romeTime(one.startsAt)}`)).toEqual([
      // Good Friday is a working day; Easter and its Monday are none.
      ...["2026-04-02", "2026-04-03", "2026-04-07"].flatMap((day) =>
        ["09:00", "09:30", "10:00", "14:00", "14:30", "15:00"].map((time) => `${day} ${time}`),
      ),
    ]);
  });

  test("are none where the session is longer than every part", () => {
    expect(spansWithin(hours, { from: "2026-04-02", to: "2026-04-02", minutes: 241 })).toEqual([]);
  });
});

test("spans that touch do not overlap", () => {
  const one = { startsAt: at("2026-04-02", "09:00"), endsAt: at("2026-04-02", "10:00") };
  expect(overlap(one, { startsAt: one.endsAt, endsAt: at("2026-04-02", "11:00") })).toBe(false);
  expect(overlap(one, { startsAt: at("2026-04-02", "09:59"), endsAt: at("2026-04-02", "11:00") })).toBe(true);
});

describe("the best slots", () => {
  const spans = spansWithin(hours, { from: "2026-04-02", to: "2026-04-02", minutes: 120 });
  const busy = (personId: string, start: string, end: string) => ({
    personId,
    startsAt: at("2026-04-02", start),
    endsAt: at("2026-04-02", end),
  });

  test("are the first in which everybody is free, apart from each other", () => {
    const found = bestSlots(spans, [busy("a", "09:00", "10:00")], { people: 2, size: 3 });
    expect(found.map((one) => [romeTime(one.startsAt), one.free])).toEqual([
      ["10:00", 2],
      ["14:00", 2],
      ["16:00", 2],
    ]);
  });

  test("are those in which most are free, where nobody's day has room for all", () => {
    const all = [busy("a", "08:00", "19:00"), busy("b", "08:00", "12:00")];
    const found = bestSlots(spans, all, { people: 3, size: 2 });
    expect(found.map((one) => [romeTime(one.startsAt), one.free])).toEqual([
      ["14:00", 2],
      ["16:00", 2],
    ]);
  });

  test("whatever people do: within hours, no clash where all are free, none better left out", () => {
    const people = ["a", "b", "c", "d"];
    const minute = fc.integer({ min: 0, max: 4 * 24 * 60 });
    const busyTimes = fc.array(
      fc.record({
        personId: fc.constantFrom(...people),
        from: minute,
        length: fc.integer({ min: 10, max: 900 }),
      }),
      { maxLength: 25 },
    );
    const base = at("2026-10-22", "00:00").getTime();
    fc.assert(
      fc.property(busyTimes, fc.integer({ min: 1, max: 16 }), (asked, quarters) => {
        const taken = asked.map(({ personId, from, length }) => ({
          personId,
          startsAt: new Date(base + from * 60_000),
          endsAt: new Date(base + (from + length) * 60_000),
        }));
        const candidates = spansWithin(hours, {
          from: "2026-10-22",
          to: "2026-10-26",
          minutes: quarters * 15,
        });
        const freeIn = (span: (typeof candidates)[number]) =>
          people.filter((one) => !taken.some((time) => time.personId === one && overlap(time, span))).length;
        const found = bestSlots(candidates, taken, { people: people.length, size: 5 });
        expect(found.length).toBeGreaterThan(0);
        for (const slot of found) {
          expect(slot.free).toBe(freeIn(slot));
          expect(isWorkingDay(romeDay(slot.startsAt))).toBe(true);
          expect(slot.endsAt.getTime() - slot.startsAt.getTime()).toBe(quarters * 900_000);
        }
        const best = Math.max(...candidates.map(freeIn));
        expect(Math.max(...found.map((one) => one.free))).toBe(best);
        // With room for all, nothing less is proposed, and the earliest is among them.
        if (best === people.length) {
          expect(found.every((one) => one.free === best)).toBe(true);
          const earliest = candidates.find((span) => freeIn(span) === best);
          expect(found[0]?.startsAt).toEqual(earliest?.startsAt);
        }
        found.forEach((one, index) => {
          expect(found.slice(index + 1).some((other) => overlap(one, other))).toBe(false);
        });
      }),
      { numRuns: 150 },
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSpan, type PathOptions, segmentsOf, ticksOf, timeScale } from "@/components/ui/time-path";
import { exactDay, wholeMonth, wholeYear } from "@/lib/platform/source-date";

const scale = timeScale("2026-01-01", "2026-04-11");
const options: PathOptions = { today: 50, nominal: 10, narrowest: 1.2 };
const round = (value: number) => Math.round(value * 10) / 10;
const pieces = (...input: Parameters<typeof segmentsOf>) =>
  segmentsOf(...input).map(({ kind, from, to, fade }) => [
    kind,
    round(from),
    round(to),
    ...(fade ? [fade] : []),
  ]);

describe("pieces of a path", () => {
  it("is a line until today and dots from today", () => {
    const stretch = { start: exactDay("2026-01-11"), end: exactDay("2026-03-31") };
    expect(pieces(stretch, scale, options)).toEqual([
      ["done", 10, 50],
      ["ahead", 50, 90],
    ]);
  });

  it("includes the last day of what is over", () => {
    const stretch = { start: exactDay("2026-01-01"), end: exactDay("2026-01-10") };
    expect(pieces(stretch, scale, options)).toEqual([["done", 0, 10]]);
  });

  it("draws a month without its day as a capsule, the line begins after it", () => {
    const stretch = { start: wholeMonth("2026-01"), end: exactDay("2026-02-09") };
    expect(pieces(stretch, scale, options)).toEqual([
      ["partial", 0, 31],
      ["done", 31, 40],
    ]);
  });

  it("draws one capsule when both ends are the same year", () => {
    const years = timeScale("2010-01-01", "2020-01-01");
    const stretch = { start: wholeYear(2013), end: wholeYear(2013) };
    expect(pieces(stretch, years, options).map(([kind]) => kind)).toEqual(["partial"]);
  });

  it("takes a capsule too narrow to be seen as a point", () => {
    const century = timeScale("1920-01-01", "2020-01-01");
    const stretch = { start: wholeMonth("1930-05"), end: exactDay("1940-01-01") };
    expect(pieces(stretch, century, options).map(([kind]) => kind)).toEqual(["done"]);
  });

  it("fades after today what goes on without an end", () => {
    const stretch = { start: exactDay("2026-01-11"), end: null, ongoing: true };
    expect(pieces(stretch, scale, options)).toEqual([
      ["done", 10, 50],
      ["unknown", 50, 70, "right"],
    ]);
  });

  it("does not invent a length for what has no end and is not known to go on", () => {
    const [line, dots] = pieces({ start: exactDay("2026-01-11"), end: null }, scale, options);
    expect(line).toEqual(["done", 10, 10.2]);
    expect(dots?.[0]).toBe("unknown");
  });

  it("fades towards the past when only the end is known", () => {
    const stretch = { start: null, end: exactDay("2026-01-30") };
    expect(pieces(stretch, scale, options)).toEqual([
      ["unknown", 10, 20, "left"],
      ["done", 20, 30],
    ]);
  });

  it("is dots alone when no date was given", () => {
    expect(pieces({ start: null, end: null }, scale, options)).toEqual([["unknown", 0, 20, "right"]]);
  });

  it("never runs backwards, whatever is known", () => {
    const day = fc
      .integer({ min: 0, max: 99 })
      .map((shift) => new Date(Date.UTC(2026, 0, 1 + shift)).toISOString().slice(0, 10));
    const date = fc.option(
      fc.oneof(
        day.map((iso) => exactDay(iso)),
        day.map((iso) => wholeMonth(iso.slice(0, 7))),
      ),
    );
    fc.assert(
      fc.property(
        date,
        date,
        fc.boolean(),
        fc.integer({ min: -50, max: 200 }),
        (start, end, ongoing, today) => {
          const segments = segmentsOf({ start, end, ongoing }, scale, { ...options, today });
          expect(segments.length).toBeGreaterThan(0);
          for (const segment of segments) expect(segment.to).toBeGreaterThanOrEqual(segment.from);
        },
      ),
    );
  });
});

describe("scale and ticks", () => {
  it("finds the span of what is known", () => {
    expect(knownSpan([{ start: wholeMonth("2012-05"), end: null }], ["2013-02-01"])).toEqual({
      from: "2012-05-01",
      to: "2013-02-01",
    });
    expect(knownSpan([{ start: null, end: null }])).toBeNull();
  });

  it("marks months in a year, quarters in two, years in ten", () => {
    const ticks = (to: string) => ticksOf(timeScale("2025-11-01", to)).map((tick) => tick.iso.slice(0, 7));
    expect(ticks("2026-05-31")).toEqual([
      "2025-11",
      "2025-12",
      "2026-01",
      "2026-02",
      "2026-03",
      "2026-04",
      "2026-05",
    ]);
    expect(ticks("2027-10-31").slice(0, 2)).toEqual(["2026-01", "2026-04"]);
    expect(ticks("2033-10-31").slice(0, 2)).toEqual(["2026-01", "2027-01"]);
  });
});

it("a stretch without a start had begun by the first thing that happened in it", () => {
  const year = timeScale("2026-01-01", "2026-12-31");
  const stretch = { start: null, end: exactDay("2026-12-01") };
  const at = (day: string) => year.at(day);
  const segments = segmentsOf(stretch, year, {
    today: at("2026-11-01"),
    nominal: 12,
    narrowest: 1.2,
    witness: at("2026-07-01"),
  });
  expect(segments[0]).toMatchObject({ kind: "unknown", to: at("2026-07-01"), fade: "left" });
  expect(segments[1]).toMatchObject({ kind: "done", from: at("2026-07-01"), to: at("2026-11-01") });
});

import { describe, expect, it } from "vitest";
import { type AxisProgramme, layoutAxis, spreadStair } from "@/components/ui/axis-layout";
import { exactDay, wholeMonth, wholeYear } from "@/lib/platform/source-date";

const programme = (id: string, dates: Pick<AxisProgramme, "start" | "end" | "ongoing">): AxisProgramme => ({
  id,
  title: id,
  when: id,
  ...dates,
});
const five = [
  programme("verona", { start: wholeYear(2013), end: wholeYear(2013) }),
  programme("cip", { start: exactDay("2003-04-03"), end: null }),
  programme("camere", { start: wholeMonth("2012-05"), end: exactDay("2012-10-30") }),
  programme("metro", { start: exactDay("2019-10-31"), end: exactDay("2020-06-30") }),
  programme("nuova", { start: exactDay("2026-01-12"), end: exactDay("2026-05-05") }),
];

describe("axis of programmes", () => {
  const layout = layoutAxis(five, "2026-03-23", "2019-10-01");

  it("has a dot a year that grows with the programmes begun", () => {
    expect(layout?.dots).toHaveLength(24);
    const radius = (year: number) => layout?.dots.find((dot) => dot.year === year)?.radius;
    expect([radius(2003), radius(2011), radius(2012), radius(2013), radius(2018), radius(2019)]).toEqual([
      3, 3, 4.6, 6, 6, 8.5,
    ]);
  });

  it("orders the stair by beginning", () => {
    expect(layout?.rows.map((row) => row.programme.id)).toEqual([
      "cip",
      "camere",
      "verona",
      "metro",
      "nuova",
    ]);
  });

  it("keeps every path and year inside the drawing", () => {
    for (const { segments } of layout?.rows ?? [])
      for (const segment of segments) {
        expect(segment.from).toBeGreaterThanOrEqual(0);
        expect(segment.to).toBeLessThanOrEqual(100);
      }
    expect(layout?.today).toBeLessThanOrEqual(100);
  });

  it("names early programmes on the right and late ones on the left", () => {
    expect(layout?.rows.map((row) => row.label.side)).toEqual(["right", "right", "right", "left", "left"]);
  });

  it("keeps the steps below the text, in order and apart", () => {
    const { depth, rows } = spreadStair(layout?.rows ?? []);
    for (const [index, row] of rows.entries()) {
      if (row.left < 44) expect(depth - row.rise).toBeGreaterThanOrEqual(370);
      if (index > 0) expect(row.rise - (rows[index - 1]?.rise ?? 0)).toBeGreaterThanOrEqual(64);
      expect(depth - row.rise).toBeGreaterThanOrEqual(40);
    }
  });

  it("leaves out programmes without any date and draws nothing without programmes", () => {
    const none = programme("none", { start: null, end: null });
    expect(layoutAxis([...five, none], "2026-03-23")?.rows).toHaveLength(5);
    expect(layoutAxis([none], "2026-03-23")).toBeNull();
  });
});

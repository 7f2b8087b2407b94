import { describe, expect, it } from "vitest";
import { monthAway, weeksOf } from "@/components/ui/calendar-weeks";

describe("weeks of a month", () => {
  it("fills March 2026 from Monday 23 February to Sunday 5 April", () => {
    const weeks = weeksOf("2026-03");
    expect(weeks).toHaveLength(6);
    expect(weeks[0]?.[0]).toEqual({ iso: "2026-02-23", day: 23, inMonth: false, weekend: false });
    expect(weeks[0]?.[6]).toEqual({ iso: "2026-03-01", day: 1, inMonth: true, weekend: true });
    expect(weeks.at(-1)?.[6]?.iso).toBe("2026-04-05");
  });

  it("takes four rows when the month fits exactly", () => {
    expect(weeksOf("2027-02")).toHaveLength(4);
  });

  it("steps through the turn of the year and of summer time", () => {
    expect(monthAway("2026-12", 1)).toBe("2027-01");
    expect(monthAway("2026-01", -1)).toBe("2025-12");
    expect(
      new Set(
        weeksOf("2026-10")
          .flat()
          .map((day) => day.iso),
      ).size,
    ).toBe(weeksOf("2026-10").length * 7);
  });
});

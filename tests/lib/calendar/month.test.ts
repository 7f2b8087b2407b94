import { describe, expect, test } from "vitest";
import {
  daysOfWeek,
  daysOnSheet,
  holidaysAmong,
  monthPeriod,
  readMonth,
  readWeek,
  sheetPeriod,
  weekAway,
  weekPeriod,
} from "@/lib/calendar/month";
import { moment } from "@/tests/support/factories";

describe("a month", () => {
  test.each([
    ["2012-07", "2012-07"],
    [undefined, "2026-03"],
    ["2012-13", "2026-03"],
    ["0000-01", "2026-03"],
    ["marzo", "2026-03"],
  ])("%s in an address is %s", (text, month) => {
    expect(readMonth(text, moment)).toBe(month);
  });

  test("is that of Rome, not of Greenwich", () => {
    expect(readMonth(undefined, new Date("2026-03-31T22:30:00Z"))).toBe("2026-04");
  });

  test("stands on a sheet of whole weeks from Monday", () => {
    const march = daysOnSheet("2026-03");
    expect([march[0], march.at(-1), march.length]).toEqual(["2026-02-23", "2026-04-05", 42]);
    expect(daysOnSheet("2027-02")).toHaveLength(28);
  });

  test("begins and ends at Rome's midnight on both sides of the change of hour", () => {
    expect(monthPeriod("2026-03")).toEqual({
      from: new Date("2026-02-28T23:00:00Z"),
      to: new Date("2026-03-31T22:00:00Z"),
    });
    expect(sheetPeriod("2026-10").to).toEqual(new Date("2026-11-01T23:00:00Z"));
  });

  test("names its holidays", () => {
    expect(holidaysAmong(daysOnSheet("2026-04"))).toMatchObject({
      "2026-04-06": expect.stringContaining("Angelo"),
    });
    expect(holidaysAmong(["2026-03-24"])).toEqual({});
  });
});

test("a week runs from Monday to Sunday in Rome", () => {
  const sunday = new Date("2026-03-29T20:00:00Z");
  expect(weekPeriod(sunday)).toMatchObject({
    from: new Date("2026-03-22T23:00:00Z"),
    to: new Date("2026-03-29T22:00:00Z"),
  });
});

describe("a week", () => {
  test.each([
    ["2026-04-05", "2026-03-30"],
    ["2026-03-30", "2026-03-30"],
    [undefined, "2026-03-23"],
    ["2026-02-31", "2026-03-23"],
    ["2026-3-1", "2026-03-23"],
    ["lunedì", "2026-03-23"],
  ])("with %s in an address begins on %s", (text, monday) => {
    expect(readWeek(text, moment)).toBe(monday);
  });

  test("is that of Rome, not of Greenwich", () => {
    expect(readWeek(undefined, new Date("2026-03-29T22:30:00Z"))).toBe("2026-03-30");
  });

  test("goes on over months, years and changes of the clocks", () => {
    expect(weekAway("2026-03-23", 1)).toBe("2026-03-30");
    expect(weekAway("2027-01-04", -1)).toBe("2026-12-28");
    expect(daysOfWeek("2026-10-19").at(-1)).toBe("2026-10-25");
  });

  test("with the change of the clocks has an hour more or less, and no day is lost", () => {
    const hours = (day: string) => {
      const { from, to } = weekPeriod(new Date(`${day}T12:00:00Z`));
      return (to.getTime() - from.getTime()) / 3_600_000;
    };
    expect([hours("2026-10-25"), hours("2027-03-28"), hours("2026-11-02")]).toEqual([169, 167, 168]);
  });
});

import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  holidayOn,
  isWorkingDay,
  nextWorkingDay,
  termEnd,
} from "@/lib/platform/working-days";

describe("public holidays", () => {
  test("4 October is one from 2026 (L. 151/2025), first felt on Monday 4 October 2027", () => {
    expect(holidayOn("2025-10-04")).toBeNull();
    expect(holidayOn("2026-10-04")).not.toBeNull();
    expect(isWorkingDay("2027-10-04")).toBe(false);
    expect(isWorkingDay("2021-10-04")).toBe(true);
  });

  test("Easter Monday and the national days are; a closure of the body is when it is given", () => {
    expect(holidayOn("2026-04-06")).not.toBeNull();
    expect(holidayOn("2026-06-02")).not.toBeNull();
    expect(holidayOn("2026-06-03")).toBeNull();
    expect(holidayOn("2026-10-05", new Map([["2026-10-05", "San Petronio"]]))).toBe("San Petronio");
  });

  test("a day moves to the next working day, over week-ends and holidays", () => {
    expect(nextWorkingDay("2026-06-02")).toBe("2026-06-03");
    expect(nextWorkingDay("2026-04-04")).toBe("2026-04-07");
    expect(nextWorkingDay("2026-03-23")).toBe("2026-03-23");
    expect(addWorkingDays("2026-04-02", 1)).toBe("2026-04-03");
    expect(addWorkingDays("2026-04-02", 2)).toBe("2026-04-07");
    expect(addWorkingDays("2026-12-23", 5)).toBe("2026-12-31");
  });
});

/** The worked examples of the terms of communications (today's rule set): days counted from the day after the event. */
describe("terms", () => {
  test.each([
    ["private, end on Wed 1 Apr 2026: Mon 6 Apr is Easter Monday", "2026-04-01", 5, "2026-04-07"],
    ["private, extension on Mon 27 Apr 2026: a Saturday does not move", "2026-04-27", 5, "2026-05-02"],
    ["private, end on Wed 29 Sep 2027: Mon 4 Oct is a holiday", "2027-09-29", 5, "2027-10-05"],
    ["public, day 20 of the following month, a Friday", "2026-02-20", 0, "2026-02-20"],
    ["public, 20 Sep 2026 is a Sunday", "2026-09-20", 0, "2026-09-21"],
  ])("%s", (_name, day, days, end) => {
    expect(termEnd(day, days)).toBe(end);
  });

  test("a Saturday moves where the body has set it so", () => {
    expect(termEnd("2026-04-27", 5, { saturdayMoves: true })).toBe("2026-05-04");
  });
});

import { describe, expect, test } from "vitest";
import { exactDay, wholeMonth, wholeYear } from "@/lib/platform/source-date";
import { dateFieldsSchema, readBound, toDateFields } from "@/lib/programmes/date-fields";

const read = (fields: object) => dateFieldsSchema.parse(fields);
const faults = (fields: object) =>
  dateFieldsSchema.safeParse(fields).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("a date as it is written in a form", () => {
  test.each([
    ["9/7/2012", "2012-07-09", "2012-07-09", "day"],
    ["09.07.2012", "2012-07-09", "2012-07-09", "day"],
    ["2012-07-09", "2012-07-09", "2012-07-09", "day"],
    ["2/2024", "2024-02-01", "2024-02-29", "month"],
    ["2012-05", "2012-05-01", "2012-05-31", "month"],
    [" 2012 ", "2012-01-01", "2012-12-31", "year"],
  ])("%s", (written, from, to, precision) => {
    expect(readBound(written)).toEqual({ from, to, precision });
  });

  test.each(["31/2/2012", "maggio", "12", "3012", "13/2012", "1/1/12"])("%s is none", (written) => {
    expect(readBound(written)).toBeNull();
  });

  test("on a day, a month or a year, in words of its own or in those of the source", () => {
    expect(read({ on: "9/7/2012" })).toEqual(exactDay("2012-07-09"));
    expect(read({ on: "5/2012", text: "da maggio 2012" })).toEqual(wholeMonth("2012-05", "da maggio 2012"));
    expect(read({ on: "2012" })).toEqual(wholeYear(2012));
  });

  test("with one bound, with both, or in words only", () => {
    expect(read({ to: "2021" })).toEqual({
      to: "2021-12-31",
      from: undefined,
      precision: "year",
      text: "entro 2021",
    });
    expect(read({ from: "7/2012", to: "9/2012", text: "estate" })).toEqual({
      from: "2012-07-01",
      to: "2012-09-30",
      precision: "month",
      text: "estate",
    });
    expect(read({ text: "fine ottobre" })).toEqual({ precision: "none", text: "fine ottobre" });
    expect(read({})).toBeNull();
    expect(dateFieldsSchema.parse(undefined)).toBeNull();
  });

  test("names the field at fault", () => {
    expect(faults({ on: "maggio" })).toEqual(["on programmes.dateUnreadable"]);
    expect(faults({ on: "2012", to: "2013" })).toEqual(["on programmes.dateTwice"]);
    expect(faults({ from: "2014", to: "2013" })).toEqual(["to endBeforeStart"]);
  });

  test("comes back as it was from the form that shows it", () => {
    const dates = [
      exactDay("2012-07-09", "il 9 luglio"),
      wholeMonth("2012-05", "da maggio 2012"),
      wholeYear(2013),
      { from: "2012-07-01", to: "2012-09-30", precision: "month" as const, text: "estate" },
      { to: "2021-12-31", precision: "year" as const, text: "entro il 2021" },
      { precision: "none" as const, text: "fine ottobre" },
    ];
    for (const date of dates) expect(read(toDateFields(date))).toEqual(date);
    expect(toDateFields(null)).toEqual({});
    expect(toDateFields(exactDay("2012-07-09"))).toEqual({ on: "9/7/2012" });
  });
});

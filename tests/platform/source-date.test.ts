import { expect, test } from "vitest";
import {
  daysBetween,
  exactDay,
  readSourceDate,
  shiftSourceDate,
  showSourceDate,
  wholeMonth,
  wholeYear,
} from "@/lib/platform/source-date";

test("keeps bounds, precision and the source's words", () => {
  expect(wholeMonth("2012-05")).toEqual({
    from: "2012-05-01",
    to: "2012-05-31",
    precision: "month",
    text: "maggio 2012",
  });
  expect(wholeMonth("2024-02").to).toBe("2024-02-29");
  expect(wholeYear(2013)).toEqual({ from: "2013-01-01", to: "2013-12-31", precision: "year", text: "2013" });
  expect(exactDay("2012-10-30")).toEqual({
    from: "2012-10-30",
    to: "2012-10-30",
    precision: "day",
    text: "30 ottobre 2012",
  });
});

test("moves by days and keeps its precision; words alone do not move", () => {
  expect(shiftSourceDate(exactDay("2012-10-30"), 1)).toMatchObject({
    from: "2012-10-31",
    text: "31 ottobre 2012",
  });
  expect(shiftSourceDate(wholeMonth("2012-05"), 40)).toEqual(wholeMonth("2012-06"));
  expect(shiftSourceDate(wholeYear(2013), 366)).toEqual(wholeYear(2014));
  const by = { to: "2021-12-31", precision: "year" as const, text: "entro il 2021" };
  expect(shiftSourceDate(by, 365)).toEqual({
    from: undefined,
    to: "2022-12-31",
    precision: "year",
    text: "2022",
  });
  const words = { precision: "none" as const, text: "prossimi mesi" };
  expect(shiftSourceDate(words, 30)).toBe(words);
});

test("speaks the source's words in Italian and says the bounds in English", () => {
  expect(showSourceDate(wholeMonth("2012-05", "da maggio 2012"), "it")).toBe("da maggio 2012");
  expect(showSourceDate(wholeMonth("2012-05"), "en")).toBe("May 2012");
  expect(showSourceDate({ to: "2021-12-31", precision: "year", text: "entro il 2021" }, "en")).toBe(
    "by 2021",
  );
  expect(showSourceDate({ from: "2019-10-01", precision: "month", text: "da ottobre 2019" }, "en")).toBe(
    "from October 2019",
  );
});

test("reads nothing as nothing and refuses an end before its start", () => {
  expect(readSourceDate(null)).toBeNull();
  expect(() =>
    readSourceDate({ from: "2012-05-02", to: "2012-05-01", precision: "day", text: "" }),
  ).toThrow();
  expect(daysBetween("2012-07-09", "2012-09-04")).toBe(57);
});

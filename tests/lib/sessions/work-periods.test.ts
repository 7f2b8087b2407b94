import { expect, test } from "vitest";
import { romeInstant } from "@/lib/platform/rome-time";
import { withWorkPeriods } from "@/lib/sessions/work-periods";

const session = (day: string, state = "CLOSED") => ({
  startsAt: romeInstant(day, "10:30"),
  endsAt: romeInstant(day, "12:30"),
  state,
});

test("the five dates of the chambers' programme, with the summer of work at a distance", () => {
  const days = ["2012-09-04", "2012-07-09", "2012-09-25", "2012-10-09", "2012-10-23"];
  expect(withWorkPeriods(days.map((day) => session(day))).map((one) => one.workBefore)).toEqual([
    null,
    { from: "2012-07-10", to: "2012-09-03", days: 56 },
    { from: "2012-09-05", to: "2012-09-24", days: 20 },
    { from: "2012-09-26", to: "2012-10-08", days: 13 },
    { from: "2012-10-10", to: "2012-10-22", days: 13 },
  ]);
});

test("a pause of days is none, and a cancelled session divides nothing", () => {
  const rows = [
    session("2026-01-12"),
    session("2026-01-15"),
    session("2026-02-02", "CANCELLED"),
    session("2026-03-10"),
  ];
  expect(withWorkPeriods(rows).map((one) => one.workBefore?.days ?? null)).toEqual([null, null, null, 53]);
});

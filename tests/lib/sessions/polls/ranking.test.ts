import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { rankOptions } from "@/lib/sessions/polls/ranking";
import { answerPollSchema, openPollSchema } from "@/lib/sessions/polls/schema";

const options = ["a", "b", "c"].map((id, index) => ({ id, startsAt: new Date(index * 86_400_000) }));
const says = (optionId: string, personId: string, reply: "YES" | "IF_NEEDED" | "NO") => ({
  optionId,
  personId,
  reply,
});

test("the fewest who cannot come first, then the most who can, then the earliest; with the reason", () => {
  const answers = [
    says("a", "ada", "YES"),
    says("a", "bea", "NO"),
    says("b", "ada", "IF_NEEDED"),
    says("b", "bea", "YES"),
    says("c", "ada", "YES"),
    says("c", "bea", "YES"),
  ];
  expect(
    rankOptions(options, answers, ["ada", "bea"]).map(({ id, rank, reason }) => [id, rank, reason]),
  ).toEqual([
    ["c", 1, "allYes"],
    ["b", 2, "allCould"],
    ["a", 3, "fewestMissing"],
  ]);
  expect(rankOptions(options, [], ["ada"]).map((one) => one.id)).toEqual(["a", "b", "c"]);
});

test("answers of people who are not asked any more do not count", () => {
  const answers = [says("a", "gone", "NO"), says("a", "ada", "YES")];
  expect(rankOptions(options, answers, ["ada"])[0]).toMatchObject({
    id: "a",
    tally: { yes: 1, ifNeeded: 0, no: 0, silent: 0 },
  });
});

test("whatever is answered, every option stands once, the sums are those asked, and none is better than the first", () => {
  const people = ["ada", "bea", "cai", "dea"];
  const reply = fc.constantFrom("YES", "IF_NEEDED", "NO", null);
  fc.assert(
    fc.property(fc.array(reply, { minLength: 12, maxLength: 12 }), (replies) => {
      const answers = replies.flatMap((one, index) =>
        one ? [says(options[index % 3]?.id as string, people[Math.floor(index / 3)] as string, one)] : [],
      );
      const ranked = rankOptions(options, answers, people);
      expect(ranked.map((one) => one.id).toSorted()).toEqual(["a", "b", "c"]);
      for (const { tally } of ranked) {
        expect(tally.yes + tally.ifNeeded + tally.no + tally.silent).toBe(people.length);
        expect(tally.no).toBeGreaterThanOrEqual(ranked[0]?.tally.no as number);
      }
    }),
  );
});

const id = "01950000-0000-7000-8000-000000000001";
const row = (date: string, start: string, minutes = "120") => ({ date, start, minutes });
const form = (rows: Record<string, unknown>) => ({
  id,
  for: "draft",
  session: id,
  closesDate: "2026-03-27",
  closesTime: "18:00",
  options: rows,
});

test("the form's empty rows do not count, doubles are one, and the order is that of time", () => {
  const parsed = openPollSchema.parse(
    form({
      "0": row("2026-04-02", "10:30"),
      "1": row("2026-03-31", "9.30"),
      "2": row("2026-04-02", "10:30"),
      "3": { minutes: "120" },
    }),
  );
  expect(parsed.options.map((one) => one.startsAt.toISOString())).toEqual([
    "2026-03-31T07:30:00.000Z",
    "2026-04-02T08:30:00.000Z",
  ]);
  expect(parsed.closesAt.toISOString()).toBe("2026-03-27T17:00:00.000Z");
});

test.each([
  [{ "0": row("2026-04-02", "10:30") }, "planning.twoOptions"],
  [{ "0": row("2026-04-02", "10:30"), "1": row("2026-04-02", "10:30") }, "planning.twoOptions"],
  [{ "0": row("2026-04-02", "25:00"), "1": row("2026-04-03", "10:30") }, "sessions.timeFormat"],
  [{ "0": { date: "2026-04-02", minutes: "60" }, "1": row("2026-04-03", "10:30") }, undefined],
])("refuses %j", (rows, code) => {
  const { error } = openPollSchema.safeParse(form(rows));
  expect(error?.issues.length).toBeGreaterThan(0);
  if (code) expect(error?.issues.map((one) => one.message)).toContain(code);
});

test("an answer that was left out is none", () => {
  expect(answerPollSchema.parse({ id, answers: { [id]: undefined } }).answers[id]).toBeUndefined();
  expect(answerPollSchema.safeParse({ id, answers: { [id]: "PERHAPS" } }).success).toBe(false);
});

describe("a form with a date on no working day", () => {
  const working = { date: "2026-04-02", start: "10:30", minutes: "120" };
  // 4 April 2026 is the Saturday before Easter; its Monday is a holiday.
  const rows = {
    "0": working,
    "1": { ...working, date: "2026-04-04" },
    "2": { ...working, date: "2026-04-06" },
  };

  test("is refused with the first such date and how many more there are, until it is to be so", () => {
    const { error } = openPollSchema.safeParse(form(rows));
    expect(error?.issues).toMatchObject([
      {
        message: "planning.optionsOff",
        path: ["options"],
        params: { on: new Date("2026-04-04T10:00:00Z"), kind: "saturday", name: "none", more: 1 },
      },
    ]);
    expect(openPollSchema.safeParse({ ...form(rows), anyway: "on" }).success).toBe(true);
  });

  test("names the holiday, by the day in Rome", () => {
    const holiday = { ...working, date: "2026-04-06", start: "00:30" };
    const { error } = openPollSchema.safeParse(form({ "0": working, "1": holiday }));
    expect(error?.issues[0]).toMatchObject({
      params: { kind: "holiday", name: "Lunedì dell’Angelo", more: 0 },
    });
  });
});

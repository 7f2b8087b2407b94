import { beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { db } from "@/lib/platform/db";
import { sqlState } from "@/lib/platform/errors";
import { fromDateOnly, romeInstant } from "@/lib/platform/rome-time";
import { findRuleSet } from "@/lib/platform/rules";

const terms = { kind: "test.terms", schema: z.object({ days: z.number().int() }) };

function ruleSet(version: number, from: string, to: string | null, content: object = { days: version }) {
  return {
    kind: terms.kind,
    scope: "portal",
    version,
    validFrom: fromDateOnly(from),
    validTo: to === null ? null : fromDateOnly(to),
    content,
    source: `decreto ${version}`,
  };
}

beforeAll(async () => {
  await db.ruleSet.createMany({
    data: [
      ruleSet(1, "2003-04-03", "2020-01-01"),
      ruleSet(2, "2020-01-01", "2026-03-29"),
      ruleSet(3, "2026-04-01", null),
      { ...ruleSet(1, "2003-04-03", null, { days: 90 }), scope: "ente-di-prova" },
    ],
  });
});

describe("the version of the day", () => {
  test.each([
    ["2003-04-02", undefined],
    ["2003-04-03", 1],
    ["2019-12-31", 1],
    ["2020-01-01", 2],
    ["2026-03-28", 2],
    ["2026-03-29", undefined],
    ["2026-04-01", 3],
    ["2090-01-01", 3],
  ])("%s → %s", async (day, version) => {
    const found = await findRuleSet(terms, "portal", romeInstant(day, "12:00"));
    expect(found?.version).toBe(version);
  });

  test("changes at midnight in Rome, not in Greenwich", async () => {
    const before = await findRuleSet(terms, "portal", new Date("2026-03-31T21:59:59Z"));
    const after = await findRuleSet(terms, "portal", new Date("2026-03-31T22:00:00Z"));
    expect([before?.version, after?.version]).toEqual([undefined, 3]);
  });

  test("is that of its scope, with its source and validity", async () => {
    const found = await findRuleSet(terms, "ente-di-prova", romeInstant("2026-03-23", "10:00"));
    expect(found).toMatchObject({
      version: 1,
      validFrom: "2003-04-03",
      validTo: null,
      source: "decreto 1",
      content: { days: 90 },
    });
  });

  test("is nothing for a kind that nobody has set", async () => {
    const other = { ...terms, kind: "test.other" };
    expect(await findRuleSet(other, "portal", romeInstant("2026-03-23", "10:00"))).toBeNull();
  });
});

test.each([
  ["inside another", "2010-01-01", "2011-01-01"],
  ["across the bound of two", "2019-12-31", "2020-01-02"],
  ["open while another is open", "2027-01-01", null],
])("the database refuses a validity %s", async (_what, from, to) => {
  const attempt = db.ruleSet.create({ data: ruleSet(9, from, to) });
  expect(sqlState(await attempt.catch((error: unknown) => error))).toBe("23P01");
});

test("content that is not what its kind wants is not handed on", async () => {
  const strict = { ...terms, schema: z.object({ days: z.string() }) };
  await expect(findRuleSet(strict, "portal", romeInstant("2021-01-01", "12:00"))).rejects.toThrow(z.ZodError);
});

import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { pathnames } from "@/lib/platform/i18n/routing";
import { sourceDateSchema } from "@/lib/platform/source-date";
import { smartWorkingProfilesSchema } from "@/lib/smart-working/schema";
import { sourceProgrammes } from "@/prisma/seed/sources/all";
import { cipModel } from "@/prisma/seed/sources/cip-model";
import { smartWorkingProfiles } from "@/prisma/seed/sources/smart-working-profiles";
import { root } from "@/tests/architecture/source";
import { coveredRows, expectedRows } from "@/tests/seed/covered-rows";

const [header, ...lines] = readFileSync(join(root, "docs/source-coverage.csv"), "utf8").trim().split("\n");
const entries = lines.map((line) => {
  const [row = "", part = "", where = "", file = ""] = line.split(",");
  return { row, part, where, file };
});
const covered = coveredRows();

/** Whether a public address is one of the routes, its dynamic parts filled in or not. */
function isRoute(address: string): boolean {
  return Object.values(pathnames)
    .map((path) => (typeof path === "string" ? path : path.it))
    .some((path) =>
      new RegExp(`^${path.replaceAll(/\[\w+\]/g, "(?:[a-z0-9-]+|\\[\\w+\\])")}$`).test(address),
    );
}

describe("docs/source-coverage.csv", () => {
  test("has its header and no line twice", () => {
    expect(header).toBe("row,part,where,test");
    expect(new Set(lines).size).toBe(lines.length);
  });

  test("lists every row of the checklist and no other", () => {
    expect([...new Set(entries.map(({ row }) => row))]).toEqual(expectedRows());
  });

  test("names pages that are routes, or files that exist", () => {
    const lost = entries.filter(({ where }) =>
      where.startsWith("/") ? !isRoute(where) : !existsSync(join(root, where)),
    );
    expect(lost).toEqual([]);
  });

  test("names tests that exist", () => {
    expect(entries.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  test("names programmes and areas that the data hold", () => {
    const slugs = new Set([
      ...sourceProgrammes.map(({ slug }) => slug),
      ...cipModel.areas.map(({ slug }) => slug),
    ]);
    const lost = entries.filter(({ where }) => {
      const slug = /^\/(?:programmi|aderire|servizi-lavoro\/modello)\/([a-z0-9-]+)/.exec(where)?.[1];
      return slug !== undefined && !slugs.has(slug);
    });
    expect(lost).toEqual([]);
  });
});

describe("the data of the sources", () => {
  test.each(["0", "1", "2", "3", "4"])("hold every row of source %s, where the table says", (source) => {
    const rows = expectedRows().filter((row) => row.startsWith(`${source}.`));
    const lost = rows.filter((row) => {
      const parts = new Set<string>((covered.get(row) ?? []).map(({ part }) => part));
      const said = entries.filter((entry) => entry.row === row && entry.part !== "work");
      return said.length === 0 || said.some(({ part }) => !parts.has(part === "data" ? "model" : part));
    });
    expect(rows.length).toBeGreaterThan(40);
    expect(lost).toEqual([]);
  });

  test("carry no row that the checklist does not know", () => {
    const known = new Set(expectedRows());
    expect([...covered.keys()].filter((row) => !known.has(row))).toEqual([]);
  });

  test("give the five dates of the chambers' programme exactly", () => {
    const chambers = sourceProgrammes.find(({ slug }) => slug === "camere-profili-professionali");
    expect(chambers?.sessions.map(({ title, day, begins, ends }) => [title, day, begins, ends])).toEqual([
      ["Incontro di avvio", "2012-07-09", "10:30", "12:30"],
      ["1ª sessione di assistenza tecnica", "2012-09-04", "10:30", "12:30"],
      ["2ª sessione di assistenza tecnica", "2012-09-25", "10:30", "12:30"],
      ["3ª sessione di assistenza tecnica", "2012-10-09", "10:30", "12:30"],
      ["Presentazione finale", "2012-10-23", "10:30", "12:30"],
    ]);
    const assistance = chambers?.sessions.filter(({ kind }) => kind === "ASSISTANCE") ?? [];
    expect(assistance.map(({ announcedMinutes }) => announcedMinutes)).toEqual([180, 180, 180]);
  });

  test("keep 59 and about 60 as two facts", () => {
    const numbers = sourceProgrammes
      .find(({ slug }) => slug === "er-smart-working")
      ?.facts.filter(({ kind, title }) => kind === "NUMBER" && title.startsWith("Enti rappresentati"));
    expect(numbers?.map(({ value, date }) => [value, date?.precision])).toEqual([
      ["circa 60", "none"],
      ["59", "none"],
    ]);
  });

  test("name every place of every statement, and dates that can be read", () => {
    for (const { phases, facts, roles, begin, end, stateSince } of sourceProgrammes) {
      for (const { source } of [...phases, ...facts, ...roles]) expect(source).not.toBe("");
      const dates = [begin, end, stateSince, ...facts.map(({ date }) => date)];
      const bounds = phases.flatMap((phase) => [phase.begin, phase.end]);
      for (const date of [...dates, ...bounds]) {
        if (date) expect(sourceDateSchema.safeParse(date).success).toBe(true);
      }
    }
  });

  test("hold profiles as their rule set wants them", () => {
    const { profiles } = smartWorkingProfilesSchema.parse(smartWorkingProfiles.content);
    expect(profiles.map(({ code, limit }) => [code, limit.days, limit.period, limit.periodIsStated])).toEqual(
      [
        ["P", 3, "week", false],
        ["O", 2, "week", true],
        ["G", 1, "week", true],
      ],
    );
  });

  test("lead every referral of the model to areas that exist", () => {
    const areas = cipModel.areas.map(({ slug }) => slug);
    for (const { from, to } of cipModel.referrals) {
      expect(areas).toContain(to);
      if ("area" in from) expect(areas).toContain(from.area);
    }
  });
});

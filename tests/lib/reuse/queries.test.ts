import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { exportList } from "@/lib/platform/lists/export";
import { reuseList } from "@/lib/reuse/export";
import { withdrawItem } from "@/lib/reuse/mutations";
import {
  countItems,
  getCover,
  getManagedItem,
  listAdaptable,
  listItemAddresses,
  listItems,
  listLibraryProgrammes,
  listManagedItems,
} from "@/lib/reuse/queries";
import { itemFiltersSchema } from "@/lib/reuse/schema";
import { expectRefusal } from "@/tests/support/denied";
import { aWorkingGroup, type WorkingGroup } from "@/tests/support/document-factories";
import { moment } from "@/tests/support/factories";
import { anItem } from "@/tests/support/reuse-factories";

let group: WorkingGroup;
let kit: Awaited<ReturnType<typeof anItem>>;
let survey: Awaited<ReturnType<typeof anItem>>;
let gone: Awaited<ReturnType<typeof anItem>>;
const visitor = visitorActor(moment);
const find = async (fields: Record<string, string>) =>
  (
    await listItems(visitor, itemFiltersSchema.parse({ programme: group.programme.slug, ...fields }))
  ).rows.map(({ id }) => id);

beforeAll(async () => {
  group = await aWorkingGroup();
  kit = await anItem(group, { title: "Regolamenti per le città", subjects: ["acts", "remote-work"] });
  survey = await anItem(group, {
    title: "Survey",
    abstract: "Questions",
    lang: "en",
    licence: "CC0-1.0",
    subjects: ["evaluation"],
    authors: "Ufficio Mirtilli",
  });
  gone = await anItem(group, { title: "Regolamento ritirato", subjects: ["acts"] });
  await withdrawItem(group.coordinator, { id: gone.id, version: 1, reason: "OUTDATED", note: "" });
});

describe("the public list", () => {
  test("finds words by their stem, without accents, in title, abstract and authors", async () => {
    expect(await find({ q: "regolamento" })).toEqual([kit.id]);
    expect(await find({ q: "citta" })).toEqual([kit.id]);
    expect(await find({ q: "mirtillo" })).toEqual([survey.id]);
    expect(await find({ q: "introvabile" })).toEqual([]);
  });

  test.each([
    [{ subject: "acts" }, "kit"],
    [{ licence: "CC0-1.0" }, "survey"],
    [{ language: "en" }, "survey"],
    [{ subject: "acts", licence: "CC0-1.0" }, ""],
    // What cannot be read is no filter.
    [{ subject: "niente", language: "xx" }, "both"],
  ])("is narrowed by %j", async (fields, expected) => {
    const wanted = { kit: [kit.id], survey: [survey.id], both: [kit.id, survey.id], "": [] }[expected] ?? [];
    expect((await find(fields as Record<string, string>)).sort()).toEqual([...wanted].sort());
  });

  test("goes on by a cursor and shows each once", async () => {
    const programme = group.programme.slug;
    const first = await listItems(visitor, itemFiltersSchema.parse({ programme }), 1);
    const second = await listItems(visitor, itemFiltersSchema.parse({ programme, after: first.next }), 1);
    expect([first, second].flatMap(({ rows }) => rows.map(({ id }) => id)).sort()).toEqual(
      [kit.id, survey.id].sort(),
    );
    expect(second.next).toBeUndefined();
  });

  test("and everything beside it leave withdrawn items out", async () => {
    expect((await listItemAddresses(visitor)).map(({ slug }) => slug)).not.toContain(gone.slug);
    expect((await listAdaptable(group.coordinator)).map(({ id }) => id)).not.toContain(gone.id);
    expect(await countItems(visitor, group.programme.id)).toBe(2);
    expect((await listLibraryProgrammes(visitor)).map(({ slug }) => slug)).toContain(group.programme.slug);
    await expectRefusal(() => getCover(visitor, gone.id));
  });
});

describe("what who manages it reads", () => {
  test("holds withdrawn ones and the downloads, as the file does", async () => {
    await db.reuseRelease.update({ where: { id: kit.releases[0]?.id }, data: { downloads: 7 } });
    const { rows } = await listManagedItems(group.coordinator, group.programme.id);
    expect(rows).toHaveLength(3);
    expect(rows.find(({ id }) => id === kit.id)).toMatchObject({ downloads: 7, release: 1, waiting: 0 });
    const { body } = await exportList(reuseList, group.coordinator, {
      filters: { programme: group.programme.slug },
      locale: "it",
      format: "csv",
    });
    const csv = Buffer.concat((await body.toArray()).map((part) => Buffer.from(part))).toString("utf8");
    expect(csv).toContain("Regolamenti per le città;Nella biblioteca;CC BY 4.0");
    expect(csv).toContain("Regolamento ritirato;Ritirato");
  });

  test("is refused to everybody else", async () => {
    for (const actor of [group.expert, group.staff, group.outsider, visitor]) {
      await expectRefusal(() => listManagedItems(actor, group.programme.id));
      await expectRefusal(() => getManagedItem(actor, group.programme.slug, kit.id));
    }
  });
});

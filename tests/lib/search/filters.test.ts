import { beforeAll, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { pageSize, search } from "@/lib/search/queries";
import { mostRanked, searchSchema } from "@/lib/search/schema";
import { statementsOf } from "@/scripts/bench/data/plans";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;

const find = (actor: Actor, query: Record<string, string>) => search(actor, searchSchema.parse(query));

beforeAll(async () => {
  pilot = await aPilot();
});

test("between two days of Rome stands what has its moment in them", async () => {
  const at = (startsAt: string) =>
    aSession(pilot.programme.id, {
      state: "CONVENED",
      audience: "PUBLIC",
      title: "Salamandra",
      startsAt: new Date(startsAt),
    });
  // Rome is one hour ahead until 29 March 2026, then two.
  const eve = await at("2026-03-27T22:59:00Z");
  const first = await at("2026-03-27T23:00:00Z");
  const last = await at("2026-03-29T21:59:00Z");
  const after = await at("2026-03-29T22:00:00Z");
  const between = async (from: string, to: string) =>
    (await find(visitor, { q: "salamandra", from, to })).rows.map((row) => row.id).sort();
  expect(await between("28/3/2026", "29/3/2026")).toEqual([first.id, last.id].sort());
  expect(await between("", "27/3/2026")).toEqual([eve.id]);
  expect(await between("2026-03-30", "")).toEqual([after.id]);
});

test("posts are looked for by their day, whatever their identifiers say", async () => {
  const category = await aCategory(pilot.programme.id, { isPublic: true });
  const thread = await aThread(category.id, { title: "Altro" });
  const made: string[] = [];
  for (const [number, day] of ["2019-05-01", "2026-03-01", "2012-07-09"].entries()) {
    const { id } = await aPost(thread.id, number + 2, { markdown: "Un tritone." });
    await db.post.update({ where: { id }, data: { createdAt: new Date(`${day}T12:00:00Z`) } });
    made.push(id);
  }
  const found = async (query: Record<string, string>) =>
    (await find(visitor, { q: "tritone", ...query })).rows.map((row) => row.id);
  expect(await found({ to: "2015" })).toEqual([made[2]]);
  expect((await found({ from: "2013" })).sort()).toEqual([made[0], made[1]].sort());
  expect(await found({ from: "2013", to: "2020", programme: pilot.programme.slug })).toEqual([made[0]]);
});

test("what has no day is left out where one is asked for", async () => {
  await anOrganisation({ name: "Ente della Fenice" });
  await aProgramme({ title: "La fenice" });
  expect((await find(visitor, { q: "fenice" })).total).toBe(2);
  expect((await find(visitor, { q: "fenice", from: "2000" })).total).toBe(0);
});

test("the programmes to choose from are the reader's own", async () => {
  const { programmes } = await find(pilot.staff, { q: "" });
  expect(programmes.map(({ slug }) => slug)).toEqual([pilot.programme.slug]);
  expect((await find(visitor, { q: "" })).programmes).toEqual([]);
});

test("pages of a kind follow each other, each result once, up to what is ranked", async () => {
  await db.organisation.createMany({
    data: Array.from({ length: mostRanked + 5 }, (_, number) => ({
      slug: `basilisco-${number}`,
      name: `Basilisco ${number}`,
      shortName: `B ${number}`,
      kind: "CHAMBER" as const,
    })),
  });
  const seen: string[] = [];
  let pages = 0;
  for (let after = ""; ; ) {
    const { rows, next, isCut } = await find(visitor, { q: "basilisco", kind: "organisation", after });
    expect([isCut, rows.length]).toEqual([true, pageSize]);
    seen.push(...rows.map((row) => row.id));
    pages += 1;
    if (!next) break;
    after = next;
  }
  expect([pages, new Set(seen).size]).toEqual([mostRanked / pageSize, mostRanked]);
});

/** A search asks so many statements at most, however much it finds; one that also looks for what was meant, thrice that. */
test.each([
  ["prova", 80],
  ["basilisco", 80],
  ["basilissco", 200],
])("%s costs no more than %i statements", async (q, most) => {
  const statements = await statementsOf(() => find(pilot.coordinator, { q }));
  expect(statements.length).toBeLessThanOrEqual(most);
});

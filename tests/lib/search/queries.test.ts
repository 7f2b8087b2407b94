import { beforeAll, describe, expect, test } from "vitest";
import { documentVisibleTo } from "@/lib/documents/policy";
import { categoryVisibleTo, postVisibleTo } from "@/lib/forum/policy";
import { namedFor } from "@/lib/people/policy";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { outcomesVisibleTo, visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { itemListedFor } from "@/lib/reuse/policy";
import { search } from "@/lib/search/queries";
import { type Search, type SearchKind, searchKinds, searchSchema } from "@/lib/search/schema";
import { canReadText } from "@/lib/sessions/minutes/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";
import { actorAs, actorWithoutRole } from "@/tests/support/actors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aProgrammeFullOf } from "@/tests/support/search-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
const word = "zibaldone";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;

const find = (actor: Actor, q: string, more: Partial<Search> = {}) =>
  search(actor, { ...searchSchema.parse({ q }), ...more });

/** All that was found of a kind, over all pages: as much as is counted. */
async function allIds(actor: Actor, q: string, kind: SearchKind): Promise<string[]> {
  const ids: string[] = [];
  for (let after: string | undefined; ; ) {
    const { rows, next, counts } = await find(actor, q, { kind, after });
    ids.push(...rows.map(({ id }) => id));
    if (!next) {
      expect([kind, counts[kind]]).toEqual([kind, ids.length]);
      return ids.sort();
    }
    after = next;
  }
}

beforeAll(async () => {
  pilot = await aPilot();
  const other = await aPilot();
  const draft = await aProgramme({
    state: "DRAFT",
    title: `Bozza ${word}`,
    promoterId: pilot.programme.promoterId,
  });
  await db.programme.update({ where: { id: pilot.programme.id }, data: { title: `Programma ${word}` } });
  await aProgrammeFullOf(word, pilot.programme, pilot.body.id);
  await aProgrammeFullOf(word, other.programme, other.body.id);
  await aProgrammeFullOf(word, draft, pilot.body.id);
  const { programme: _programme, body: _body, ...people } = pilot;
  actors = {
    visitor,
    "somebody without a role": await actorWithoutRole(),
    administrator: await actorAs("ADMINISTRATOR"),
    "coordinator elsewhere": other.coordinator,
    ...people,
  };
});

describe("what is found is what the policies show", () => {
  const visible: Record<SearchKind, (actor: Actor) => Promise<{ id: string }[]>> = {
    programme: (actor) =>
      db.programme.findMany({ where: { AND: [{ title: { contains: word } }, programmeVisibleTo(actor)] } }),
    session: (actor) =>
      db.session.findMany({ where: { AND: [{ title: { contains: word } }, sessionVisibleTo(actor)] } }),
    minutes: async (actor) => {
      const sessions = await db.session.findMany({
        where: { AND: [sessionVisibleTo(actor), { minutes: { text: { contains: word } } }] },
        select: {
          id: true,
          programmeId: true,
          deputyId: true,
          audience: true,
          minutes: { select: { state: true } },
        },
      });
      return sessions.filter(({ minutes, ...session }) =>
        canReadText(actor, { ...session, attendedIds: [], minutesState: minutes?.state ?? "DRAFT" }),
      );
    },
    organisation: () => db.organisation.findMany({ where: { name: { contains: word } } }),
    person: (actor) => db.person.findMany({ where: { AND: [{ familyName: word }, namedFor(actor)] } }),
    faq: (actor) =>
      db.faqEntry.findMany({
        where: {
          thread: { category: categoryVisibleTo(actor), hiddenAt: null },
          post: { hiddenAt: null },
          question: { contains: word },
        },
      }),
    document: (actor) => db.document.findMany({ where: documentVisibleTo(actor) }),
    reuse: (actor) => db.reuseItem.findMany({ where: itemListedFor(actor) }),
    outcome: (actor) => db.outcome.findMany({ where: outcomesVisibleTo(actor) }),
    post: (actor) =>
      db.post.findMany({
        where: {
          AND: [
            postVisibleTo(actor),
            { hiddenAt: null, thread: { hiddenAt: null } },
            {
              OR: [{ markdown: { contains: word } }, { number: 1, thread: { title: { contains: word } } }],
            },
          ],
        },
      }),
  };

  test.each([
    "visitor",
    "somebody without a role",
    "administrator",
    "coordinator elsewhere",
    "coordinator",
    "expert",
    "observer",
    "referent",
    "staff",
    "manager",
  ])("to: %s", async (name) => {
    const actor = actors[name] ?? visitor;
    for (const kind of searchKinds) {
      const expected = (await visible[kind](actor)).map(({ id }) => id).sort();
      expect([kind, await allIds(actor, word, kind)]).toEqual([kind, expected]);
    }
  });

  test("minutes are found by who may read them", async () => {
    const { id } = await aSession(pilot.programme.id, {
      state: "CLOSED",
      audience: "PUBLIC",
      title: "Riunione",
    });
    const draft = { sessionId: id, text: "Si parlò di pipistrelli." };
    await db.sessionMinutes.create({ data: draft });
    expect((await find(visitor, "pipistrello")).total).toBe(0);
    expect((await find(pilot.referent, "pipistrello")).total).toBe(0);
    expect((await find(pilot.expert, "pipistrello")).rows).toMatchObject([{ id }]);
    await db.sessionMinutes.update({
      where: { sessionId: id },
      data: { state: "PUBLISHED", publishedAt: moment },
    });
    expect((await find(visitor, "pipistrello")).rows).toMatchObject([{ id }]);
  });

  test("a session found by its title shows nothing of minutes that are not published", async () => {
    const { id } = await aSession(pilot.programme.id, {
      state: "CLOSED",
      audience: "PUBLIC",
      title: "Ornitorinco",
    });
    await db.sessionMinutes.create({
      data: { sessionId: id, text: "Segreto: l’ornitorinco." },
    });
    const { rows } = await find(visitor, "ornitorinco");
    expect(JSON.stringify(rows)).not.toContain("Segreto");
  });
});

describe("words", () => {
  test("are found without accents and endings, and marked as they are written", async () => {
    const { id } = await aProgramme({ title: "Qualità delle consegne nelle città d’arte" });
    const { rows } = await find(visitor, "citta consegna");
    expect(rows).toMatchObject([{ id, target: { kind: "programme" } }]);
    expect(rows[0]?.title).toEqual([
      { text: "Qualità delle ", isMarked: false },
      { text: "consegne", isMarked: true },
      { text: " nelle ", isMarked: false },
      { text: "città", isMarked: true },
      { text: " d’arte", isMarked: false },
    ]);
    expect((await find(visitor, "CITTÀ")).total).toBe(1);
  });

  test("in quotation marks are a phrase, with - in front they exclude", async () => {
    await aProgramme({ title: "Raccordo fra profili" });
    await aProgramme({ title: "Profili senza raccordo" });
    expect((await find(visitor, "raccordo profilo")).total).toBe(2);
    expect((await find(visitor, '"senza raccordo"')).total).toBe(1);
    expect((await find(visitor, "raccordo -senza")).total).toBe(1);
  });

  test("are looked for in one kind and in one programme", async () => {
    const all = await find(pilot.coordinator, word);
    expect(all.total).toBe(searchKinds.reduce((sum, kind) => sum + all.counts[kind], 0));
    const here = await find(pilot.coordinator, word, { programme: pilot.programme.slug, kind: "session" });
    expect(here.programme?.slug).toBe(pilot.programme.slug);
    expect(new Set(here.rows.map((row) => row.programme?.slug))).toEqual(new Set([pilot.programme.slug]));
    expect(here.rows.every((row) => row.target.kind === "session")).toBe(true);
  });

  test("lead inside those who are let in", async () => {
    const { rows } = await find(pilot.coordinator, word, { kind: "programme" });
    expect(rows.every((row) => row.programme?.isInside)).toBe(true);
    const outside = await find(visitor, word, { kind: "programme" });
    expect(outside.rows.every((row) => !row.programme?.isInside)).toBe(true);
  });
});

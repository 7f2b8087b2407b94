import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { search } from "@/lib/search/queries";
import { fewOfAll, type Search, searchSchema } from "@/lib/search/schema";
import { actorAs, actorFor, actorWithoutRole } from "@/tests/support/actors";
import { anEnrolment, anOrganisation, aPerson, aProgramme, aRole, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aHeldSession, proposedMinutes } from "@/tests/support/minutes-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
let pilot: Awaited<ReturnType<typeof aPilot>>;
let administrator: Actor;

const find = (actor: Actor, q: string, more: Partial<Search> = {}) =>
  search(actor, { ...searchSchema.parse({ q }), ...more });
/** What is shown, which is as much as is counted: nothing is counted that is not shown. */
async function ids(actor: Actor, q: string, more: Partial<Search> = {}) {
  const { rows, counts, total } = await find(actor, q, more);
  expect(more.kind ? counts[more.kind] : total).toBe(rows.length);
  return rows.map((row) => row.id);
}

beforeAll(async () => {
  pilot = await aPilot();
  administrator = await actorAs("ADMINISTRATOR");
});

describe("a session is found by a point of its agenda", () => {
  test("once, with the point marked, by who sees the session", async () => {
    const { id } = await aSession(pilot.programme.id, { state: "CONVENED", audience: "PUBLIC" });
    const points = ["Apertura", "Riparto dei calamari", "Calamari, seguito"];
    await db.agendaItem.createMany({
      data: points.map((title, position) => ({ sessionId: id, position, title })),
    });
    const { rows, counts } = await find(visitor, "calamaro");
    expect(counts.session).toBe(1);
    expect(rows).toMatchObject([{ id, target: { kind: "session" } }]);
    expect(rows[0]?.excerpt.filter(({ isMarked }) => isMarked).map(({ text }) => text)).toEqual([
      "calamari",
      "Calamari",
    ]);
  });

  test("not of a draft, nor of the group's own by others", async () => {
    const draft = await aSession(pilot.programme.id, { state: "DRAFT", audience: "PUBLIC" });
    const own = await aSession(pilot.programme.id, { state: "CONVENED", audience: "PROGRAMME" });
    await db.agendaItem.createMany({
      data: [draft, own].map(({ id }) => ({ sessionId: id, position: 1, title: "Seppiolina" })),
    });
    expect(await ids(visitor, "seppiolina")).toEqual([]);
    expect(await ids(pilot.staff, "seppiolina")).toEqual([own.id]);
    expect((await ids(pilot.coordinator, "seppiolina")).sort()).toEqual([draft.id, own.id].sort());
  });
});

describe("minutes", () => {
  test("are a result of their own, by their decisions too, in their language", async () => {
    const { id } = await aHeldSession(pilot, { audience: "PUBLIC" });
    await db.sessionMinutes.create({
      data: {
        sessionId: id,
        text: "Si apre.\n\n1. Ogni Camera compila il questionarissimo.",
        lang: "de",
        state: "PUBLISHED",
        publishedAt: moment,
      },
    });
    const { rows } = await find(visitor, "questionarissimo");
    expect(rows).toMatchObject([{ id, lang: "de", target: { kind: "minutes", id } }]);
    await db.session.update({ where: { id }, data: { title: "Questionarissimo in aula" } });
    const both = await find(visitor, "questionarissimo");
    expect(both.rows.map(({ target }) => target.kind)).toEqual(["session", "minutes"]);
  });

  test("that are proposed are found by who was there and is asked, and by no other member", async () => {
    const { id } = await proposedMinutes(pilot);
    const words = "Camera completa la matrice";
    expect(await ids(pilot.referent, words, { kind: "minutes" })).toEqual([id]);
    expect(await ids(pilot.coordinator, words, { kind: "minutes" })).toEqual([id]);
    expect(await ids(pilot.staff, words, { kind: "minutes" })).toEqual([]);
    expect(await ids(visitor, words, { kind: "minutes" })).toEqual([]);
  });
});

test("what is asked often is found while its answer is the accepted one", async () => {
  const category = await aCategory(pilot.programme.id, { isPublic: true });
  const thread = await aThread(category.id, { title: "Altro" });
  const answer = await aPost(thread.id, 2, { markdown: "Entro **venerdì**." });
  await db.thread.update({ where: { id: thread.id }, data: { acceptedPostId: answer.id } });
  const { id } = await db.faqEntry.create({
    data: {
      section: { create: { programmeId: pilot.programme.id, position: 900, title: "x" } },
      thread: { connect: { id: thread.id } },
      post: { connect: { id: answer.id } },
      question: "Quando scade il tartufo?",
      addedAt: moment,
    },
    select: { id: true },
  });
  const { rows } = await find(visitor, "tartufi");
  expect(rows).toMatchObject([{ id, target: { kind: "faq" }, excerpt: [{ text: "Entro venerdì ." }] }]);
  await db.thread.update({ where: { id: thread.id }, data: { acceptedPostId: null } });
  expect(await ids(visitor, "tartufi")).toEqual([]);
  expect(await ids(pilot.coordinator, "tartufi")).toEqual([]);
});

describe("organisations", () => {
  test("are found by everybody, by name, city and what they do", async () => {
    const { id } = await anOrganisation({ name: "Unione dei Castagneti" });
    await db.organisation.update({
      where: { id },
      data: { city: "Roccafungo", description: "Funghicoltura." },
    });
    for (const q of ["castagneto", "roccafungo", "funghicoltura"])
      expect(await ids(visitor, q)).toEqual([id]);
    expect((await find(visitor, "castagneto")).rows).toMatchObject([{ programme: null }]);
  });

  test("within a programme are those that promote it or take part in it", async () => {
    const taking = await anOrganisation({ name: "Ente Pervinca primo" });
    const applying = await anOrganisation({ name: "Ente Pervinca secondo" });
    await anEnrolment(pilot.programme.id, taking.id, "ACTIVE");
    await anEnrolment(pilot.programme.id, applying.id, "APPLIED");
    expect(await ids(visitor, "pervinca", { programme: pilot.programme.slug })).toEqual([taking.id]);
    expect((await ids(visitor, "pervinca")).length).toBe(2);
  });
});

describe("people are found by their names", () => {
  test("by members of their programme, with role and body, and never with an address", async () => {
    const { id, email } = await aPerson({ givenName: "Nicolò", familyName: "Bergamotti" });
    await aRole(id, "REFERENT", { programmeId: pilot.programme.id, organisationId: pilot.body.id });
    const secret = await aProgramme();
    await aRole(id, "EXPERT", { programmeId: secret.id });
    const { rows } = await find(pilot.staff, "nicolo bergamotti");
    expect(rows).toMatchObject([{ id, parts: [{ role: "REFERENT", body: pilot.body.shortName }] }]);
    expect(rows[0]?.parts).toHaveLength(1);
    expect(JSON.stringify(rows)).not.toContain(email);
    for (const seer of [pilot.coordinator, pilot.expert, pilot.observer, pilot.manager, administrator])
      expect(await ids(seer, "bergamotti")).toEqual([id]);
    for (const stranger of [visitor, await actorWithoutRole(), (await aPilot()).coordinator])
      expect(await ids(stranger, "bergamotti")).toEqual([]);
    expect(await ids(pilot.coordinator, "bergamotto")).toEqual([]);
    expect(await ids(pilot.coordinator, email)).toEqual([]);
    // What the reader may not know of the person is not told by narrowing the search to it either.
    expect(await ids(pilot.staff, "bergamotti", { programme: secret.slug })).toEqual([]);
    expect(await ids(administrator, "bergamotti", { programme: secret.slug })).toEqual([id]);
  });

  test("not once their role has ended, or while they are disabled", async () => {
    const scope = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
    const left = await aPerson({ familyName: "Cardamomi" });
    await aRole(left.id, "STAFF", { ...scope, toAt: moment });
    const disabled = await aPerson({ familyName: "Cardamomi", disabledAt: moment });
    await aRole(disabled.id, "STAFF", scope);
    expect(await ids(pilot.coordinator, "cardamomi")).toEqual([]);
    expect((await ids(administrator, "cardamomi")).sort()).toEqual([left.id, disabled.id].sort());
  });

  test("by who looks for themselves", async () => {
    const self = await aPerson({ familyName: "Zafferani" });
    const scope = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
    await aRole(self.id, "STAFF", scope);
    expect(await ids(actorFor(self.id, [{ role: "STAFF", ...scope }]), "zafferani")).toEqual([self.id]);
  });
});

test("the page of all shows the best few of each kind, with how many there are", async () => {
  for (let count = 0; count < fewOfAll + 2; count += 1)
    await anOrganisation({ name: `Consorzio Melograno ${count}` });
  await aProgramme({ title: "Programma del melograno" });
  const { rows, counts, total } = await find(visitor, "melograno");
  expect([counts.organisation, counts.programme, total]).toEqual([fewOfAll + 2, 1, fewOfAll + 3]);
  expect(rows.map(({ target }) => target.kind)).toEqual([
    "programme",
    ...Array.from({ length: fewOfAll }, () => "organisation"),
  ]);
});

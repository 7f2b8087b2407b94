import { beforeAll, describe, expect, test } from "vitest";
import { linkThread } from "@/lib/discussions/mutations";
import { getDiscussing, getLinking, listLinkedThings, listLinkedThreads } from "@/lib/discussions/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { anOwed, aPoint } from "@/tests/support/discussion-factories";
import { anEnrolment, anOrganisation, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { writtenMinutes } from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let open: { id: string };
let thread: { id: string; programmeId: string; linkCount: number };
let hidden: { id: string };
let point: { id: string };
let draft: { id: string };
let decision: { id: string };
let own: { id: string };
let theirs: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  const programmeId = pilot.programme.id;
  open = await aCategory(programmeId, { isPublic: true });
  const { id } = await aThread(open.id, { title: "Come si fa la matrice?" });
  hidden = await aThread(open.id, { title: "Nascosta", hiddenAt: moment });
  const other = await anOrganisation();
  await anEnrolment(programmeId, other.id, "ACTIVE");
  point = await aPoint(programmeId, { audience: "PUBLIC" });
  const { id: sessionId } = await aSession(programmeId);
  draft = await db.agendaItem.create({ data: { sessionId, position: 0, title: "Bozza di punto" } });
  const minutes = await writtenMinutes(pilot);
  decision = await db.decision.findFirstOrThrow({ where: { point: { sessionId: minutes.id } } });
  own = await anOwed(programmeId, pilot.body.id, "Matrice");
  theirs = await anOwed(programmeId, other.id, "Matrice altrui");
  const things = [
    ["point", point],
    ["point", draft],
    ["decision", decision],
    ["deliverable", own],
    ["deliverable", theirs],
  ] as const;
  for (const [kind, { id: target }] of things)
    await linkThread(pilot.coordinator, { threadId: id, kind, target, from: "thread" });
  await linkThread(pilot.coordinator, {
    threadId: hidden.id,
    kind: "point",
    target: point.id,
    from: "thread",
  });
  thread = { id, programmeId, linkCount: 5 };
});

const thingsFor = async (actor: Parameters<typeof listLinkedThings>[0]) =>
  (await listLinkedThings(actor, thread)).map(({ id }) => id);

describe("what a thread is about", () => {
  test("is told as far as the reader may see it", async () => {
    expect(await thingsFor(pilot.coordinator)).toEqual([point.id, draft.id, decision.id, own.id, theirs.id]);
    expect(await thingsFor(pilot.observer)).toEqual([point.id, own.id, theirs.id]);
    expect(await thingsFor(pilot.referent)).toEqual([point.id, own.id]);
    expect(await thingsFor(visitorActor(moment))).toEqual([point.id]);
  });

  test("has its title and state", async () => {
    const things = await listLinkedThings(pilot.coordinator, thread);
    expect(things.map(({ kind, title }) => [kind, title])).toEqual([
      ["point", "Criticità emerse"],
      ["point", "Bozza di punto"],
      ["decision", "Ogni Camera completa la matrice."],
      ["deliverable", "Matrice"],
      ["deliverable", "Matrice altrui"],
    ]);
    expect(things[2]).toMatchObject({ minutes: "DRAFT", isRequested: false, mayUnlink: true });
    expect(things[3]).toMatchObject({ state: "TO_DO", body: pilot.body.shortName });
  });

  test("is not asked for where there is nothing", async () => {
    expect(await listLinkedThings(pilot.coordinator, { ...thread, linkCount: 0 })).toEqual([]);
  });
});

describe("where a thing is discussed", () => {
  const titles = async (actor: Parameters<typeof listLinkedThreads>[0], id = point.id) =>
    ((await listLinkedThreads(actor, "point", [id])).get(id) ?? []).map(({ title }) => title);

  test("is told as far as the reader may read it", async () => {
    expect(await titles(pilot.coordinator)).toEqual(["Come si fa la matrice?", "Nascosta"]);
    expect(await titles(pilot.referent)).toEqual(["Come si fa la matrice?"]);
  });

  test("is told to nobody who may not see the thing", async () => {
    expect(await titles(pilot.referent, draft.id)).toEqual([]);
    expect(await titles(pilot.expert, draft.id)).toEqual(["Come si fa la matrice?"]);
  });
});

describe("what may be chosen", () => {
  test("is what the reader sees and is not linked yet, by a word", async () => {
    const fresh = await aPoint(pilot.programme.id, { point: "Verifica della matrice" });
    const { things, linked } = await getLinking(pilot.referent, thread.id, "matrice");
    expect(things.map(({ id }) => id)).toEqual([fresh.id]);
    expect(linked).toHaveLength(2);
  });

  test("of discussions is what is not hidden and not linked yet, by a word without its accents", async () => {
    const other = await aThread(open.id, { title: "Perché la matrice?" });
    const target = { kind: "point", id: point.id } as const;
    const { threads, linked } = await getDiscussing(pilot.referent, pilot.programme.slug, target, "perche");
    expect(threads.map(({ id }) => id)).toEqual([other.id]);
    expect(linked.map(({ title }) => title)).toEqual(["Come si fa la matrice?"]);
  });

  test("is not asked by who only reads", async () => {
    expect(await refusal(getLinking(pilot.observer, thread.id, ""))).toBeInstanceOf(ForbiddenError);
    const target = { kind: "point", id: point.id } as const;
    const attempt = getDiscussing(pilot.observer, pilot.programme.slug, target, "");
    expect(await refusal(attempt)).toBeInstanceOf(ForbiddenError);
  });
});

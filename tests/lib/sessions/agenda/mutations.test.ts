import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import {
  declineProposal,
  drawIn,
  proposePoint,
  takeProposal,
  withdrawProposal,
} from "@/lib/sessions/agenda/mutations";
import { getAgenda, listAgendasWith, listDrawable } from "@/lib/sessions/agenda/queries";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { actorAs, actorFor, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
type Session = Awaited<ReturnType<typeof aSession>>;

let pilot: Pilot;
let session: Session;
let stranger: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  session = await aSession(pilot.programme.id, { state: "CONVENED" });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

const point = (of: { id: string } = session, fields: { body?: string; minutes?: number } = {}) => ({
  id: freshIdentifier(moment),
  session: of.id,
  title: "I profili senza corrispondenza",
  note: "",
  minutes: 15,
  ...fields,
});
const proposed = async (by: Actor = pilot.staff, of: { id: string } = session) => {
  const input = point(of);
  await proposePoint(by, input);
  return input.id;
};
const stored = (id: string) => db.agendaProposal.findUniqueOrThrow({ where: { id } });
const lastEvent = (subjectId: string) =>
  db.event.findFirstOrThrow({ where: { subjectId }, orderBy: { seq: "desc" } });

describe("proposing a point", () => {
  test("keeps who proposed it and for whom, once however often it is sent", async () => {
    const input = point();
    await Promise.all([proposePoint(pilot.staff, input), proposePoint(pilot.staff, input)]);
    expect(await stored(input.id)).toMatchObject({
      state: "PROPOSED",
      proposedById: pilot.staff.personId,
      organisationId: pilot.body.id,
      minutes: 15,
    });
    expect(await lastEvent(session.id)).toMatchObject({
      kind: "sessions.pointProposed",
      organisationId: pilot.body.id,
      data: { proposalId: input.id },
    });
  });

  test("by who works for two bodies asks for which", async () => {
    const other = await anOrganisation();
    await anEnrolment(pilot.programme.id, other.id, "ACTIVE");
    const both = actorFor(
      pilot.staff.personId,
      [pilot.body.id, other.id].map((organisationId) => ({
        role: "STAFF",
        programmeId: pilot.programme.id,
        organisationId,
      })),
    );
    expect(await refusal(proposePoint(both, point()))).toMatchObject({ code: "chooseOne", field: "body" });
    const input = point(session, { body: other.id });
    await proposePoint(both, input);
    expect((await stored(input.id)).organisationId).toBe(other.id);
    const foreign = point(session, { body: (await anOrganisation()).id });
    expect(await refusal(proposePoint(both, foreign))).toMatchObject({ code: "chooseOne" });
  });

  test("ends when the session starts, and is not for a closed one", async () => {
    const started = later(pilot.staff, session.startsAt);
    expect((await refusal(proposePoint(started, point())))?.code).toBe("planning.agendaClosed");
    const closed = await aSession(pilot.programme.id, { state: "CLOSED" });
    expect((await refusal(proposePoint(pilot.staff, point(closed))))?.code).toBe("planning.agendaClosed");
  });

  denied("proposePoint", "to the observer", () => proposePoint(pilot.observer, point()));
  denied("proposePoint", "to a visitor", () => proposePoint(visitorActor(moment), point()));
  denied("proposePoint", "to the coordinator of another programme", () => proposePoint(stranger, point()));
});

describe("what becomes of a proposal", () => {
  test("taken, it is the last point, and those convened hear of the agenda", async () => {
    const own = await aSession(pilot.programme.id, { state: "CONVENED" });
    await db.agendaItem.create({ data: { sessionId: own.id, position: 4, title: "Primo", minutes: 60 } });
    const id = await proposed(pilot.staff, own);
    await takeProposal(pilot.coordinator, { id, version: 1, minutes: 20, owner: "Ada" });
    expect(await stored(id)).toMatchObject({ state: "TAKEN", decidedAt: moment });
    const items = await db.agendaItem.findMany({
      where: { sessionId: own.id },
      orderBy: { position: "asc" },
    });
    expect(items.at(-1)).toMatchObject({
      position: 5,
      title: "I profili senza corrispondenza",
      minutes: 20,
      owner: "Ada",
      sourceKind: "PROPOSAL",
      sourceId: id,
    });
    const row = await db.session.findUniqueOrThrow({ where: { id: own.id } });
    expect(row).toMatchObject({ version: 2, sequence: 1 });
    expect(row.vevent).toContain("I profili senza corrispondenza");
    const kinds = await db.event.findMany({
      where: { subjectId: own.id },
      orderBy: { seq: "asc" },
      select: { kind: true },
    });
    expect(kinds.map((one) => one.kind)).toEqual([
      "sessions.pointProposed",
      "sessions.changed",
      "sessions.proposalTaken",
    ]);
  });

  test("is not taken beyond the length of the session", async () => {
    const id = await proposed();
    expect(await refusal(takeProposal(pilot.coordinator, { id, version: 1, minutes: 121 }))).toMatchObject({
      code: "planning.agendaTooLong",
      field: "minutes",
      params: { sum: 121, length: 120, over: 1 },
    });
    expect((await stored(id)).state).toBe("PROPOSED");
  });

  test("declined, it says why; withdrawn, it is over; decided twice, the second is told", async () => {
    const [one, two] = [await proposed(), await proposed()];
    await declineProposal(pilot.coordinator, { id: one, reason: "Se ne parla nel forum." });
    expect(await stored(one)).toMatchObject({ state: "DECLINED", reason: "Se ne parla nel forum." });
    expect((await lastEvent(session.id)).kind).toBe("sessions.proposalDeclined");
    await withdrawProposal(pilot.staff, { id: two });
    expect(await stored(two)).toMatchObject({ state: "WITHDRAWN" });
    expect((await lastEvent(session.id)).kind).toBe("sessions.proposalWithdrawn");
    expect(await refusal(declineProposal(pilot.coordinator, { id: two, reason: "No" }))).toMatchObject({
      code: "planning.moveNotAllowed",
      params: { state: "WITHDRAWN" },
    });
  });

  test("is not taken into an agenda that changed since it was shown", async () => {
    const own = await aSession(pilot.programme.id, { state: "CONVENED" });
    const [one, two] = [await proposed(pilot.staff, own), await proposed(pilot.staff, own)];
    await takeProposal(pilot.coordinator, { id: one, version: 1 });
    expect((await refusal(takeProposal(pilot.coordinator, { id: two, version: 1 })))?.code).toBe("stale");
    expect(await stored(two)).toMatchObject({ state: "PROPOSED" });
  });

  test("taken and withdrawn at once, one of the two is told", async () => {
    const own = await aSession(pilot.programme.id, { state: "CONVENED" });
    const id = await proposed(pilot.staff, own);
    const results = await Promise.allSettled([
      takeProposal(pilot.coordinator, { id, version: 1 }),
      withdrawProposal(pilot.staff, { id }),
    ]);
    expect(results.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const { state } = await stored(id);
    expect(await db.agendaItem.count({ where: { sessionId: own.id } })).toBe(state === "TAKEN" ? 1 : 0);
  });

  let waiting: string;
  beforeAll(async () => {
    waiting = await proposed();
  });
  denied("withdrawProposal", "to somebody else of the same body", () =>
    withdrawProposal(pilot.referent, { id: waiting }),
  );
  denied("withdrawProposal", "to somebody of another programme", () =>
    withdrawProposal(stranger, { id: waiting }),
  );
  denied("declineProposal", "to an expert", () =>
    declineProposal(pilot.expert, { id: waiting, reason: "No" }),
  );
  denied("declineProposal", "to who proposed it", () =>
    declineProposal(pilot.staff, { id: waiting, reason: "No" }),
  );
  denied("takeProposal", "to an expert", () => takeProposal(pilot.expert, { id: waiting, version: 1 }));
  denied("takeProposal", "to a stranger", () => takeProposal(stranger, { id: waiting, version: 1 }));
});

describe("drawing in", () => {
  let own: Pilot;
  let thread: { id: string };
  let deliverable: { id: string };
  let carried: { id: string };

  beforeAll(async () => {
    own = await aPilot();
    const category = await aCategory(own.programme.id);
    thread = await aThread(category.id, { title: "Come si raccordano i profili?" });
    await aThread(category.id, { title: "Già risolta", state: "SOLVED" });
    await aThread(category.id, { title: "Nascosta", hiddenAt: moment });
    const dueAt = new Date("2026-03-20T17:00:00Z");
    const request = await db.deliverableRequest.create({
      data: { programmeId: own.programme.id, title: "Matrice", position: 1, dueAt },
      select: { id: true },
    });
    const owed = { requestId: request.id, organisationId: own.body.id, dueAt };
    deliverable = await db.deliverable.create({ data: owed, select: { id: true } });
    const last = await aSession(own.programme.id, {
      state: "CLOSED",
      startsAt: new Date("2026-03-10T09:00:00Z"),
    });
    carried = await db.agendaItem.create({
      data: { sessionId: last.id, position: 0, title: "Rimandato", minutes: 25, notDealtWith: true },
      select: { id: true },
    });
    await db.agendaItem.create({ data: { sessionId: last.id, position: 1, title: "Trattato" } });
    const older = await aSession(own.programme.id, {
      state: "CLOSED",
      startsAt: new Date("2026-02-10T09:00:00Z"),
    });
    await db.agendaItem.create({
      data: { sessionId: older.id, position: 0, title: "Di un incontro prima", notDealtWith: true },
    });
  });

  test("offers open questions, late deliverables and what the last session left, once each", async () => {
    const next = await aSession(own.programme.id, { state: "CONVENED" });
    const offered = await listDrawable(own.coordinator, next.id);
    expect(offered.map((one) => [one.sourceKind, one.sourceId])).toEqual([
      ["CARRIED_POINT", carried.id],
      ["THREAD", thread.id],
      ["DELIVERABLE", deliverable.id],
    ]);
    await drawIn(own.coordinator, {
      id: next.id,
      version: 1,
      points: [carried.id],
      threads: [thread.id],
      deliverables: [],
      minutes: 30,
    });
    const page = await getAgenda(own.staff, own.programme.slug, next.id);
    expect(page.points).toMatchObject([
      { title: "Rimandato", minutes: 25, source: { kind: "CARRIED_POINT", sessionId: expect.any(String) } },
      { title: "Come si raccordano i profili?", minutes: 30, source: { kind: "THREAD", id: thread.id } },
    ]);
    expect((await lastEvent(next.id)).data).toEqual({ count: 2 });
    const rest = await listDrawable(own.coordinator, next.id);
    expect(rest.map((one) => one.sourceId)).toEqual([deliverable.id]);
    expect(await listAgendasWith(own.staff, { kind: "THREAD", ids: [thread.id] })).toMatchObject([
      { id: next.id },
    ]);
    expect(await listAgendasWith(visitorActor(moment), { kind: "THREAD", ids: [thread.id] })).toEqual([]);
  });

  test("refuses what was closed meanwhile, and what the version does not fit", async () => {
    const next = await aSession(own.programme.id);
    const nothing = { points: [], threads: [], deliverables: [] };
    const gone = drawIn(own.coordinator, { id: next.id, version: 1, ...nothing, threads: [next.id] });
    expect((await refusal(gone))?.code).toBe("planning.sourceGone");
    const stale = drawIn(own.coordinator, { id: next.id, version: 7, ...nothing, threads: [thread.id] });
    expect((await refusal(stale))?.code).toBe("stale");
  });

  const some = () => ({ id: session.id, version: 1, points: [], threads: [thread.id], deliverables: [] });
  denied("drawIn", "to an expert", () => drawIn(pilot.expert, some()));
  denied("drawIn", "to the coordinator of another programme", () => drawIn(own.coordinator, some()));
});

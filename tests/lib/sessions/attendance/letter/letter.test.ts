import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError, StaleError } from "@/lib/platform/errors";
import { makeLetter } from "@/lib/sessions/attendance/letter/document";
import { setProtocol } from "@/lib/sessions/attendance/letter/mutations";
import { getLetter, getProtocolForm } from "@/lib/sessions/attendance/letter/queries";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { readPdf } from "@/tests/support/pdf";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let other: { id: string; name: string };
let otherReferent: Actor & { personId: string };
let stranger: Actor;
let session: Awaited<ReturnType<typeof aSession>>;

async function aConvened() {
  const made = await aSession(pilot.programme.id, { state: "CONVENED", title: "Seconda sessione" });
  await db.sessionInvitee.createMany({
    data: [
      { sessionId: made.id, personId: pilot.referent.personId, organisationId: pilot.body.id },
      { sessionId: made.id, personId: pilot.staff.personId, organisationId: pilot.body.id },
      { sessionId: made.id, personId: otherReferent.personId, organisationId: other.id },
      { sessionId: made.id, personId: pilot.expert.personId },
    ],
  });
  await db.agendaItem.createMany({
    data: [
      { sessionId: made.id, position: 1, title: "Criticità del raccordo", minutes: 35, owner: "Faculty" },
      { sessionId: made.id, position: 2, title: "Verifica della tempistica" },
    ],
  });
  return made;
}

beforeAll(async () => {
  pilot = await aPilot();
  other = await anOrganisation();
  otherReferent = await actorAs("REFERENT", { programmeId: pilot.programme.id, organisationId: other.id });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  session = await aConvened();
});

describe("the protocol of a letter", () => {
  test("is written, changed and taken off, each with its event", async () => {
    const { id, version } = await aConvened();
    await setProtocol(pilot.coordinator, {
      id,
      version,
      protocolNumber: "1234/2026",
      protocolDate: "2026-03-20",
    });
    const form = await getProtocolForm(pilot.coordinator, pilot.programme.slug, id);
    expect(form).toMatchObject({
      number: "1234/2026",
      date: "2026-03-20",
      session: { version: version + 1 },
    });
    await setProtocol(pilot.coordinator, { id, version: version + 1 });
    expect(await getProtocolForm(pilot.coordinator, pilot.programme.slug, id)).toMatchObject({
      number: "",
      date: "",
    });
    const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["sessions.protocolSet", { given: true }],
      ["sessions.protocolSet", { given: false }],
    ]);
  });

  test("is one letter's within a programme, and free in another", async () => {
    const [first, second] = [await aConvened(), await aConvened()];
    const number = { protocolNumber: "77/2026" };
    const results = await Promise.allSettled(
      [first, second].map((one) => setProtocol(pilot.coordinator, { ...one, ...number })),
    );
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const [lost] = results.flatMap((one) => (one.status === "rejected" ? [one.reason] : []));
    expect(lost).toMatchObject({ code: "sessions.protocolTaken", field: "protocolNumber" });
    const elsewhere = await aPilot();
    const there = await aSession(elsewhere.programme.id, { state: "CONVENED" });
    await setProtocol(elsewhere.coordinator, { ...there, ...number });
  });

  test("meets a form that is stale, and a cancelled session", async () => {
    const { id, version } = await aConvened();
    await setProtocol(pilot.coordinator, { id, version, protocolNumber: "1/2026" });
    const stale = setProtocol(pilot.coordinator, { id, version, protocolNumber: "2/2026" });
    expect(await refusal(stale)).toBeInstanceOf(StaleError);
    const cancelled = await aSession(pilot.programme.id, { state: "CANCELLED", convenedAt: moment });
    const attempt = setProtocol(pilot.coordinator, { ...cancelled, protocolNumber: "3/2026" });
    expect((await refusal(attempt))?.code).toBe("sessions.locked");
  });
});

describe("the letter", () => {
  test("says when, about what and who of the body is convened, with its protocol, tagged, in both languages", async () => {
    const { id, version } = await aConvened();
    await setProtocol(pilot.coordinator, {
      id,
      version,
      protocolNumber: "AB-9/2026",
      protocolDate: "2026-03-20",
    });
    const letter = await getLetter(pilot.referent, { id, organisationId: pilot.body.id });
    const italian = await readPdf(await makeLetter(letter, "it"));
    for (const said of [
      "Convocazione",
      "Protocollo n. AB-9/2026 del 20 marzo 2026",
      `A: ${pilot.body.name}`,
      "«Seconda sessione»",
      "31 marzo 2026, 10:30-12:30",
      "1. Criticità del raccordo",
      "Faculty",
      "35",
      "2. Verifica della tempistica",
      ...letter.people,
      letter.programme.promoter,
    ]) {
      expect(italian.text).toContain(said);
    }
    expect(letter.people).toHaveLength(2);
    expect(italian.text).not.toContain("https://");
    expect(italian).toMatchObject({
      isMarked: true,
      language: "it-IT",
      title: "Convocazione: Seconda sessione",
    });
    const tables = italian.tags.filter((tag) => tag === "Table");
    expect(tables).toHaveLength(2);
    // Headers: three of the agenda and one of the people; each row is named by its first cell.
    expect(italian.tags.filter((tag) => tag === "TH")).toHaveLength(3 + 2 + 1 + 2);
    expect(italian.tags.filter((tag) => tag === "H1")).toHaveLength(1);
    const english = await readPdf(await makeLetter(letter, "en"));
    expect(english.text).toContain("Protocol no. AB-9/2026 of 20 March 2026");
    expect(english.text).toContain("You are convened");
  });

  test("without a protocol bears the day of the convening", async () => {
    const letter = await getLetter(pilot.coordinator, { id: session.id, organisationId: other.id });
    const { text } = await readPdf(await makeLetter(letter, "it"));
    expect(text).toContain("23 marzo 2026");
    expect(text).not.toContain("Protocollo");
  });

  test("is read by the coordinator and by those of the body who were convened", async () => {
    const read = (actor: Actor, organisationId: string | null) =>
      getLetter(actor, { id: session.id, organisationId });
    expect((await read(pilot.coordinator, null)).people).toHaveLength(1);
    expect((await read(pilot.expert, null)).body).toBeNull();
    expect((await read(otherReferent, other.id)).body).toBe(other.name);
    for (const [actor, body] of [
      [otherReferent, pilot.body.id],
      [pilot.staff, null],
      [pilot.observer, pilot.body.id],
    ] as const) {
      await expect(read(actor, body)).rejects.toBeInstanceOf(ForbiddenError);
    }
    for (const actor of [stranger, visitorActor(moment)]) {
      await expect(read(actor, pilot.body.id)).rejects.toBeInstanceOf(NotFoundError);
    }
  });

  test("does not exist of a draft, of a cancelled session, or to a body that is not convened", async () => {
    const draft = await aSession(pilot.programme.id);
    const cancelled = await aSession(pilot.programme.id, { state: "CANCELLED", convenedAt: moment });
    const unconvened = (await anOrganisation()).id;
    for (const asked of [
      { id: draft.id, organisationId: null },
      { id: cancelled.id, organisationId: null },
      { id: session.id, organisationId: unconvened },
    ]) {
      await expect(getLetter(pilot.coordinator, asked)).rejects.toBeInstanceOf(NotFoundError);
    }
  });
});

const input = () => ({ ...session, protocolNumber: "5/2026" });
denied("setProtocol", "to an expert", () => setProtocol(pilot.expert, input()));
denied("setProtocol", "to a referent who was convened", () => setProtocol(pilot.referent, input()));
denied("setProtocol", "to a visitor", () => setProtocol(visitorActor(moment), input()));
denied("setProtocol", "to the coordinator of another programme", () => setProtocol(stranger, input()));

import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { NotFoundError } from "@/lib/platform/errors";
import { makeCertificate } from "@/lib/sessions/attendance/certificates/document";
import { claimCertificate, issueCertificates } from "@/lib/sessions/attendance/certificates/mutations";
import { getCertificate } from "@/lib/sessions/attendance/certificates/queries";
import { getAttendanceView } from "@/lib/sessions/attendance/queries";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { closeSession, recordAttendance, reopenSession } from "@/lib/sessions/record/mutations";
import { actorAs, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { readPdf } from "@/tests/support/pdf";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSession } from "@/tests/support/session-factories";

const before = new Date("2026-03-10T09:30:00Z");
let pilot: Awaited<ReturnType<typeof aPilot>>;
let closed: { id: string };
let stranger: Actor;

/** A session closed with referent and staff of the body and the expert present, the coordinator away. */
async function aClosed(title = "Prima sessione di assistenza") {
  const session = await aSession(pilot.programme.id, {
    title,
    state: "CONVENED",
    startsAt: before,
    place: "Sala Verde",
    mode: "HYBRID",
    invitedIds: [pilot.expert.personId, pilot.coordinator.personId],
  });
  await db.session.update({
    where: { id: session.id },
    data: { announcedMinutes: 180, announcedNote: "circa 3 ore" },
  });
  const inBody = { sessionId: session.id, organisationId: pilot.body.id };
  await db.sessionInvitee.createMany({
    data: [pilot.referent, pilot.staff].map(({ personId }) => ({ ...inBody, personId })),
  });
  await closeSession(pilot.coordinator, { ...session, ...record() });
  return session;
}

const record = (absent: Actor[] = []) => {
  const people = [pilot.referent, pilot.staff, pilot.expert, pilot.coordinator];
  const away = new Set([pilot.coordinator, ...absent].map((one) => one.personId));
  return {
    actualStart: "10:40",
    actualEnd: "12:25",
    attendance: Object.fromEntries(
      people.map(({ personId }) => [
        personId,
        { presence: away.has(personId) ? ("absent" as const) : ("present" as const) },
      ]),
    ),
  };
};

const certificateOf = (sessionId: string, actor: Actor) =>
  db.attendanceCertificate.findUniqueOrThrow({
    where: { sessionId_personId: { sessionId, personId: actor.personId ?? "" } },
  });

beforeAll(async () => {
  pilot = await aPilot();
  closed = await aClosed();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

describe("asking for one's own certificate", () => {
  test("gives it the next number of the register, once, and says so in the log", async () => {
    const { id } = await aClosed();
    await claimCertificate(pilot.staff, { id });
    const { number } = await certificateOf(id, pilot.staff);
    await claimCertificate(pilot.staff, { id });
    await claimCertificate(pilot.referent, { id });
    expect(await certificateOf(id, pilot.staff)).toMatchObject({ year: 2026, number });
    expect(await certificateOf(id, pilot.referent)).toMatchObject({ year: 2026, number: number + 1 });
    const events = await db.event.findMany({
      where: { subjectId: id, kind: "sessions.certificatesIssued" },
      orderBy: { seq: "asc" },
    });
    expect(events.map((one) => one.data)).toEqual([
      { count: 1, year: 2026, first: number },
      { count: 1, year: 2026, first: number + 1 },
    ]);
  });

  test("many times at once takes one number and leaves no gap", async () => {
    const { id } = await aClosed();
    const attempts = [
      ...Array.from({ length: 4 }, () => claimCertificate(pilot.staff, { id })),
      ...Array.from({ length: 2 }, () => issueCertificates(pilot.coordinator, { id })),
      claimCertificate(pilot.referent, { id }),
    ];
    const results = await Promise.allSettled(attempts);
    expect(results.map((one) => one.status)).toEqual(attempts.map(() => "fulfilled"));
    expect(await db.attendanceCertificate.count({ where: { sessionId: id } })).toBe(3);
    const all = await db.attendanceCertificate.findMany({ orderBy: { number: "asc" } });
    expect(all.map((one) => one.number)).toEqual(all.map((_, index) => index + 1));
  });

  test("is refused before the session is closed, and where nobody was there", async () => {
    const open = await aSession(pilot.programme.id, { state: "CONVENED", startsAt: before });
    await db.attendance.create({
      data: { sessionId: open.id, personId: pilot.staff.personId, present: true },
    });
    for (const [ask, actor] of [
      [claimCertificate, pilot.staff],
      [issueCertificates, pilot.coordinator],
    ] as const) {
      expect((await refusal(ask(actor, open)))?.code).toBe("sessions.certificateAfterClosing");
    }
    const empty = await aSession(pilot.programme.id, { state: "CLOSED", startsAt: before });
    expect((await refusal(issueCertificates(pilot.coordinator, empty)))?.code).toBe("sessions.nobodyPresent");
  });
});

describe("the coordinator", () => {
  test("gives all who were there their certificates; who has one keeps it", async () => {
    const { id } = await aClosed();
    await claimCertificate(pilot.expert, { id });
    const own = await certificateOf(id, pilot.expert);
    await issueCertificates(pilot.coordinator, { id });
    const given = await db.attendanceCertificate.findMany({ where: { sessionId: id } });
    expect(given).toHaveLength(3);
    expect(await certificateOf(id, pilot.expert)).toEqual(own);
    const view = await getAttendanceView(pilot.coordinator, pilot.programme.slug, id);
    expect(view.certificates).toHaveLength(3);
    expect(view.may).toMatchObject({ issue: false, claim: false });
  });

  test("sees all certificates, a person its own alone", async () => {
    const { id } = await aClosed();
    await issueCertificates(pilot.coordinator, { id });
    const staff = await certificateOf(id, pilot.staff);
    const referent = await certificateOf(id, pilot.referent);
    for (const one of [staff, referent]) {
      expect((await getCertificate(pilot.coordinator, one.id)).number).toBe(one.number);
    }
    expect((await getCertificate(pilot.staff, staff.id)).number).toBe(staff.number);
    for (const actor of [pilot.staff, pilot.expert, pilot.observer, stranger, visitorActor(moment)]) {
      await expect(getCertificate(actor, referent.id)).rejects.toBeInstanceOf(NotFoundError);
    }
    const view = await getAttendanceView(pilot.staff, pilot.programme.slug, id);
    expect(view.certificates).toMatchObject([{ id: staff.id, isOwn: true }]);
  });
});

describe("the document", () => {
  test("says who, what, where, when and the three lengths, in both languages, and is tagged", async () => {
    const { id } = await aClosed("Criticità del raccordo «prima parte»");
    await claimCertificate(pilot.staff, { id });
    const certificate = await getCertificate(pilot.staff, (await certificateOf(id, pilot.staff)).id);
    const italian = await readPdf(await makeCertificate(certificate, "it"));
    const { facts, number } = certificate;
    for (const said of [
      "Attestato di partecipazione",
      `N. ${number}/2026 del registro degli attestati`,
      facts.person,
      pilot.body.name,
      "Criticità del raccordo «prima parte»",
      facts.programme,
      "10 marzo 2026, 10:30-12:30",
      "In presenza e in webconference, Sala Verde",
      "3 ore, circa 3 ore",
      "2 ore",
      "1 ora e 45 minuti (10 marzo 2026, 10:40-12:25)",
    ]) {
      expect(italian.text).toContain(said);
    }
    expect(italian).toMatchObject({ isMarked: true, language: "it-IT" });
    expect(italian.title).toBe(`Attestato di partecipazione n. ${number}/2026, ${facts.person}`);
    expect(italian.tags.slice(0, 3)).toEqual(["Document", "H1", "P"]);
    const english = await readPdf(await makeCertificate(certificate, "en"));
    expect(english.text).toContain("Certificate of attendance");
    expect(english.text).toContain(`No. ${number}/2026 of the register of certificates`);
    expect(english.text).toContain("3 hours");
    expect(english.language).toBe("en-GB");
  });

  test("is the same to the last byte at each print, whatever was renamed since", async () => {
    const { id } = await aClosed();
    await claimCertificate(pilot.staff, { id });
    const { id: certificate } = await certificateOf(id, pilot.staff);
    const print = async (actor: Actor) =>
      Buffer.from(await makeCertificate(await getCertificate(actor, certificate), "it"));
    const first = await print(pilot.staff);
    await db.session.update({ where: { id }, data: { title: "Un altro titolo" } });
    await db.organisation.update({
      where: { id: pilot.body.id },
      data: { name: `${pilot.body.name} e altri` },
    });
    const again = await print(later(pilot.coordinator, new Date("2027-06-01T10:00:00Z")));
    expect(again.equals(first)).toBe(true);
    await db.organisation.update({ where: { id: pilot.body.id }, data: { name: pilot.body.name } });
  });
});

describe("a correction of the attendance", () => {
  test("withdraws the certificate of who was not there, gives it back, and keeps its number", async () => {
    const session = await aClosed();
    const { id } = session;
    await issueCertificates(pilot.coordinator, { id });
    const given = await certificateOf(id, pilot.staff);
    await reopenSession(pilot.coordinator, {
      id,
      version: session.version + 1,
      reason: "Una presenza di troppo",
    });
    const say = (version: number, absent: Actor[]) =>
      recordAttendance(pilot.coordinator, { id, version, ...record(absent) });
    await say(session.version + 2, [pilot.staff]);
    await expect(getCertificate(pilot.staff, given.id)).rejects.toBeInstanceOf(NotFoundError);
    expect(
      (await getCertificate(pilot.referent, (await certificateOf(id, pilot.referent)).id)).amendedAt,
    ).toBe(null);
    await say(session.version + 3, []);
    expect(await getCertificate(pilot.staff, given.id)).toMatchObject({
      number: given.number,
      amendedAt: null,
    });
  });

  test("says so, with its day, when the facts are others", async () => {
    const session = await aClosed();
    const { id } = session;
    await claimCertificate(pilot.staff, { id });
    const given = await certificateOf(id, pilot.staff);
    await reopenSession(pilot.coordinator, { id, version: session.version + 1, reason: "Durata sbagliata" });
    await recordAttendance(later(pilot.coordinator, new Date("2026-03-25T09:00:00Z")), {
      id,
      version: session.version + 2,
      ...record(),
      actualEnd: "12:40",
    });
    const amended = await getCertificate(pilot.staff, given.id);
    expect(amended).toMatchObject({
      number: given.number,
      facts: { actualEndsAt: "2026-03-10T11:40:00.000Z" },
      amendedAt: new Date("2026-03-25T09:00:00Z"),
    });
    const { text } = await readPdf(await makeCertificate(amended, "it"));
    expect(text).toContain("Rettificato il 25 marzo 2026");
  });

  test("leaves alone what still says the same", async () => {
    const session = await aClosed();
    const { id } = session;
    await issueCertificates(pilot.coordinator, { id });
    const rows = () =>
      db.attendanceCertificate.findMany({ where: { sessionId: id }, orderBy: { number: "asc" } });
    const given = await rows();
    await reopenSession(pilot.coordinator, { id, version: session.version + 1, reason: "Per il verbale" });
    await closeSession(pilot.coordinator, {
      id,
      version: session.version + 2,
      ...record(),
    });
    expect(await rows()).toEqual(given);
  });
});

test("a closed session, whose certificates hold, is not changed", async () => {
  const { id, version } = await aClosed();
  const attempt = changeSession(pilot.coordinator, aChange({ id, version: version + 1 }));
  expect((await refusal(attempt))?.code).toBe("sessions.locked");
});

denied("claimCertificate", "to somebody who was away", () => claimCertificate(pilot.coordinator, closed));
denied("claimCertificate", "to a visitor", () => claimCertificate(visitorActor(moment), closed));
denied("claimCertificate", "to somebody for whom the session does not exist", () =>
  claimCertificate(stranger, closed),
);
denied("issueCertificates", "to an expert", () => issueCertificates(pilot.expert, closed));
denied("issueCertificates", "to somebody who was there", () => issueCertificates(pilot.staff, closed));
denied("issueCertificates", "to an observer", () => issueCertificates(pilot.observer, closed));
denied("issueCertificates", "to the coordinator of another programme", () =>
  issueCertificates(stranger, closed),
);

import { beforeAll, expect, test } from "vitest";
import { type Actor, systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import {
  canClaimCertificate,
  canIssueCertificates,
  canReadLetter,
  canReadRegister,
  canSetProtocol,
  canTickPresence,
  certificatesVisibleTo,
} from "@/lib/sessions/attendance/policy";
import { actorAs } from "@/tests/support/actors";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let actors: Record<string, Actor>;
let otherBody: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  otherBody = await anOrganisation();
  const { coordinator, expert, observer, referent, staff, manager } = pilot;
  actors = {
    coordinator,
    expert,
    observer,
    referent,
    staff,
    manager,
    otherReferent: await actorAs("REFERENT", {
      programmeId: pilot.programme.id,
      organisationId: otherBody.id,
    }),
    otherCoordinator: await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id }),
    administrator: await actorAs("ADMINISTRATOR"),
    visitor: visitorActor(moment),
    system: systemActor("test", moment),
  };
});

const allowed = (may: (actor: Actor) => boolean) =>
  Object.entries(actors).flatMap(([name, actor]) => (may(actor) ? [name] : []));

test("the register, all certificates, the protocol and ticking who is here are the coordinator's and the deputy's alone", () => {
  const { programme, staff } = pilot;
  for (const right of [canReadRegister, canIssueCertificates, canSetProtocol, canTickPresence]) {
    const may = (deputyId: string | null) =>
      allowed((actor) => right(actor, { programmeId: programme.id, deputyId }));
    expect(may(null)).toEqual(["coordinator"]);
    expect(may(staff.personId)).toEqual(["coordinator", "staff"]);
  }
});

test("a certificate is asked for by whoever was there, and by nobody else", () => {
  const session = { presentIds: [pilot.staff.personId, pilot.expert.personId] };
  expect(allowed((actor) => canClaimCertificate(actor, session))).toEqual(["expert", "staff"]);
  expect(allowed((actor) => canClaimCertificate(actor, { presentIds: [] }))).toEqual([]);
});

test("a letter is read by who manages the session and by those of the body who were convened", () => {
  const convened = [
    { personId: pilot.referent.personId, organisationId: pilot.body.id },
    { personId: actors.otherReferent?.personId ?? "", organisationId: otherBody.id },
    { personId: pilot.expert.personId, organisationId: null },
  ];
  const of = (organisationId: string | null, deputyId: string | null = null) => {
    const letter = { programmeId: pilot.programme.id, deputyId, organisationId, convened };
    return allowed((actor) => canReadLetter(actor, letter));
  };
  expect(of(pilot.body.id)).toEqual(["coordinator", "referent"]);
  expect(of(otherBody.id)).toEqual(["coordinator", "otherReferent"]);
  expect(of(null)).toEqual(["coordinator", "expert"]);
  expect(of(null, pilot.staff.personId)).toEqual(["coordinator", "expert", "staff"]);
});

test("certificates exist for whom they name and who manages the session; withdrawn ones for nobody", async () => {
  const deputyId = pilot.expert.personId;
  const session = await aSession(pilot.programme.id, { state: "CLOSED", deputyId });
  const given = { sessionId: session.id, year: 2001, facts: {}, issuedAt: moment };
  const good = await db.attendanceCertificate.create({
    data: { ...given, number: 1, personId: pilot.staff.personId },
  });
  const withdrawn = await db.attendanceCertificate.create({
    data: { ...given, number: 2, personId: pilot.referent.personId, withdrawnAt: moment },
  });
  const seenBy = async (id: string) => {
    const seen: string[] = [];
    for (const [name, actor] of Object.entries(actors)) {
      const where = { AND: [{ id }, certificatesVisibleTo(actor)] };
      if (await db.attendanceCertificate.findFirst({ where })) seen.push(name);
    }
    return seen;
  };
  expect(await seenBy(good.id)).toEqual(["coordinator", "expert", "staff"]);
  expect(await seenBy(withdrawn.id)).toEqual([]);
});

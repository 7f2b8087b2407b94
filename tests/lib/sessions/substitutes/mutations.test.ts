import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { cancelSession } from "@/lib/sessions/cancelling/mutations";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { recordAttendance } from "@/lib/sessions/record/mutations";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import {
  nameDeputy,
  nameSubstitute,
  takeBackDeputy,
  takeBackSubstitute,
} from "@/lib/sessions/substitutes/mutations";
import { getSubstitutes } from "@/lib/sessions/substitutes/queries";
import { getSession } from "@/lib/sessions/view/queries";
import { actorAs, later } from "@/tests/support/actors";
import { eventsOf } from "@/tests/support/events";
import { anEnrolment, anOrganisation, aPerson, aRole, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { anInvited, colleagues, type Member, repliesTo } from "@/tests/support/reply-factories";
import { aChange, aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

const choices = async (actor: Member, id: string) => {
  const { own } = await getSubstitutes(actor, pilot.programme.slug, id);
  return own?.candidates.map((one) => one.id) ?? [];
};

describe("a substitute", () => {
  test("of the same body is invited, answers for itself, and is no longer once taken back", async () => {
    const [person, other] = (await colleagues(pilot, 2)) as [Member, Member];
    const { id } = await anInvited(pilot, [person]);
    await nameSubstitute(person, { id, substitute: other.personId });
    const row = await db.sessionInvitee.findFirstOrThrow({
      where: { sessionId: id, personId: other.personId },
    });
    expect(row).toMatchObject({ organisationId: pilot.body.id, reply: null });
    const [guest] = (await getSession(pilot.coordinator, pilot.programme.slug, id)).guests.filter(
      (one) => one.personId === person.personId,
    );
    expect(guest?.representedBy).toBe("Ada Ginestrelli");
    expect((await refusal(replyToSession(person, { id, reply: "YES" })))?.code).toBe("sessions.represented");
    await replyToSession(other, { id, reply: "YES" });
    await takeBackSubstitute(person, { id });
    expect(await repliesTo(id)).toEqual(new Map([[person.personId, "NONE"]]));
    await replyToSession(person, { id, reply: "YES" });
    expect(await eventsOf(id)).toMatchObject([
      { kind: "sessions.substituteNamed", data: { substitute: other.personId, invited: true } },
      { kind: "sessions.replied" },
      { kind: "sessions.substituteTakenBack", data: { substitute: other.personId, invited: true } },
      { kind: "sessions.replied" },
    ]);
  });

  test("who is convened besides stays so when taken back", async () => {
    const [person, other] = (await colleagues(pilot, 2)) as [Member, Member];
    const { id } = await anInvited(pilot, [person, other]);
    await replyToSession(other, { id, reply: "MAYBE" });
    await nameSubstitute(person, { id, substitute: other.personId });
    await takeBackSubstitute(person, { id });
    expect((await repliesTo(id)).get(other.personId)).toBe("MAYBE");
  });

  test("is chosen among the people of one's body, or of one's role where there is none", async () => {
    const scope = { programmeId: pilot.programme.id };
    const elsewhere = await anOrganisation();
    await anEnrolment(pilot.programme.id, elsewhere.id, "ACTIVE");
    const foreign = await actorAs("STAFF", { ...scope, organisationId: elsewhere.id });
    const former = await aPerson();
    await aRole(former.id, "STAFF", { ...scope, organisationId: pilot.body.id, toAt: moment });
    const gone = await aPerson({ disabledAt: moment });
    await aRole(gone.id, "STAFF", { ...scope, organisationId: pilot.body.id });
    const second = await actorAs("EXPERT", scope);
    const { id } = await anInvited(pilot, [pilot.staff]);
    await db.sessionInvitee.create({ data: { sessionId: id, personId: pilot.expert.personId } });
    const ofBody = await choices(pilot.staff, id);
    expect(ofBody).toContain(pilot.referent.personId);
    for (const one of [foreign.personId, former.id, gone.id, pilot.staff.personId, second.personId]) {
      expect(ofBody).not.toContain(one);
      const error = await refusal(nameSubstitute(pilot.staff, { id, substitute: one }));
      expect(error).toMatchObject({ code: "chooseOne", field: "substitute" });
    }
    expect(await choices(pilot.expert, id)).toEqual([second.personId]);
    await nameSubstitute(pilot.expert, { id, substitute: second.personId });
    expect((await repliesTo(id)).has(second.personId)).toBe(true);
  });

  test("stands for one person only, and is not stood for in turn", async () => {
    const [a, b, c] = (await colleagues(pilot, 3)) as [Member, Member, Member];
    const { id } = await anInvited(pilot, [a, b, c]);
    await nameSubstitute(a, { id, substitute: b.personId });
    const taken = { code: "sessions.substituteTaken", field: "substitute" };
    expect(await refusal(nameSubstitute(c, { id, substitute: b.personId }))).toMatchObject(taken);
    expect(await refusal(nameSubstitute(c, { id, substitute: a.personId }))).toMatchObject(taken);
    expect(await refusal(nameSubstitute(b, { id, substitute: c.personId }))).toMatchObject(taken);
    expect((await refusal(nameSubstitute(a, { id, substitute: c.personId })))?.code).toBe(
      "sessions.represented",
    );
  });

  test("of two who name the same person at once one is told", async () => {
    for (let round = 0; round < 5; round += 1) {
      const [a, b, wanted] = (await colleagues(pilot, 3)) as [Member, Member, Member];
      const { id } = await anInvited(pilot, [a, b]);
      const errors = await Promise.all(
        [a, b].map((one) => refusal(nameSubstitute(one, { id, substitute: wanted.personId }))),
      );
      expect(errors.filter((error) => error === null)).toHaveLength(1);
      expect(errors.find((error) => error !== null)?.code).toBe("sessions.substituteTaken");
    }
  });

  test("is named and taken back until the session starts", async () => {
    const [person, other] = (await colleagues(pilot, 2)) as [Member, Member];
    const { id, startsAt } = await anInvited(pilot, [person]);
    await nameSubstitute(person, { id, substitute: other.personId });
    const late = later(person, startsAt) as Member;
    expect((await refusal(takeBackSubstitute(late, { id })))?.code).toBe("sessions.replyClosed");
    const named = nameSubstitute(late, { id, substitute: other.personId });
    expect((await refusal(named))?.code).toBe("sessions.replyClosed");
  });

  test("takes over a place that was said yes to, past those who wait", async () => {
    const [a, b, c] = (await colleagues(pilot, 3)) as [Member, Member, Member];
    const { id } = await anInvited(pilot, [a, b], { capacity: 1 });
    await replyToSession(a, { id, reply: "YES" });
    await replyToSession(b, { id, reply: "YES" });
    await nameSubstitute(a, { id, substitute: c.personId });
    expect((await repliesTo(id)).get(a.personId)).toBe("YES");
    await replyToSession(c, { id, reply: "YES" });
    expect(await repliesTo(id)).toEqual(
      new Map([
        [a.personId, "NO"],
        [b.personId, "WAITS 1"],
        [c.personId, "YES"],
      ]),
    );
    // Taken back, the place is free, and somebody waits for it.
    await takeBackSubstitute(a, { id });
    expect(await repliesTo(id)).toEqual(
      new Map([
        [a.personId, "NO"],
        [b.personId, "YES"],
      ]),
    );
  });

  test("takes over a place in the waiting list too", async () => {
    const [a, b, c] = (await colleagues(pilot, 3)) as [Member, Member, Member];
    const { id } = await anInvited(pilot, [a, b], { capacity: 1 });
    await replyToSession(b, { id, reply: "YES" });
    await replyToSession(a, { id, reply: "YES" });
    await nameSubstitute(a, { id, substitute: c.personId });
    await replyToSession(c, { id, reply: "YES" });
    expect((await repliesTo(id)).get(c.personId)).toBe("WAITS 1");
  });

  test("stays through a change of the session, and goes with the person whose place it takes", async () => {
    const own = await aPilot();
    const second = await anOrganisation();
    await anEnrolment(own.programme.id, second.id, "ACTIVE");
    const newcomer = await actorAs("STAFF", { programmeId: own.programme.id, organisationId: own.body.id });
    const { id } = await anInvited(own, [own.staff]);
    await nameSubstitute(own.staff, { id, substitute: newcomer.personId });
    // No longer convened by itself, but still in somebody's place.
    await db.roleAssignment.updateMany({
      where: { personId: newcomer.personId },
      data: { role: "OBSERVER", organisationId: null },
    });
    await changeSession(own.coordinator, aChange({ id, version: 1 }));
    expect((await repliesTo(id)).has(newcomer.personId)).toBe(true);
    await changeSession(
      own.coordinator,
      aChange({ id, version: 2 }, { convened: "some", bodies: [second.id] }),
    );
    const left = await repliesTo(id);
    expect([left.has(own.staff.personId), left.has(newcomer.personId)]).toEqual([false, false]);
    expect(await db.sessionSubstitute.count({ where: { sessionId: id } })).toBe(0);
  });
});

describe("a deputy", () => {
  test("runs the one session and no other, until taken back", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    const other = await aSession(pilot.programme.id, { state: "CONVENED" });
    const { id } = session;
    await nameDeputy(pilot.coordinator, { id, version: 1, deputy: pilot.referent.personId });
    expect((await getSession(pilot.staff, pilot.programme.slug, id)).deputy).toBe("Ada Ginestrelli");
    await changeSession(pilot.referent, aChange({ id, version: 2 }, { title: "Titolo di chi conduce" }));
    expect(await db.session.findUniqueOrThrow({ where: { id } })).toMatchObject({
      title: "Titolo di chi conduce",
      deputyId: pilot.referent.personId,
      version: 3,
    });
    const foreign = changeSession(pilot.referent, aChange(other));
    expect((await refusal(foreign))?.name).toBe("ForbiddenError");
    const begun = later(pilot.referent, session.startsAt);
    await recordAttendance(begun, { id, version: 3, attendance: {} });
    await takeBackDeputy(pilot.coordinator, { id, version: 4 });
    const after = cancelSession(pilot.referent, { id, version: 5, reason: "No" });
    expect((await refusal(after))?.name).toBe("ForbiddenError");
    expect((await eventsOf(id)).map((one) => one.kind)).toEqual([
      "sessions.deputyNamed",
      "sessions.changed",
      "sessions.attendanceRecorded",
      "sessions.deputyTakenBack",
    ]);
  });

  test("is somebody who works in the programme", async () => {
    const session = await aSession(pilot.programme.id);
    const { deputy } = await getSubstitutes(pilot.coordinator, pilot.programme.slug, session.id);
    const offered = deputy?.candidates.map((one) => one.id) ?? [];
    expect(offered).toEqual(
      expect.arrayContaining([pilot.expert.personId, pilot.referent.personId, pilot.staff.personId]),
    );
    const { id } = await aPerson();
    for (const one of [pilot.observer.personId, pilot.coordinator.personId, id]) {
      expect(offered).not.toContain(one);
      const named = nameDeputy(pilot.coordinator, { id: session.id, version: 1, deputy: one });
      expect(await refusal(named)).toMatchObject({ code: "chooseOne", field: "deputy" });
    }
  });

  test("of two who name one at once one wins; the other is told", async () => {
    const session = await aSession(pilot.programme.id);
    const name = (deputy: string) => nameDeputy(pilot.coordinator, { id: session.id, version: 1, deputy });
    const errors = await Promise.all([
      refusal(name(pilot.expert.personId)),
      refusal(name(pilot.staff.personId)),
    ]);
    expect(errors.filter((error) => error === null)).toHaveLength(1);
    expect(errors.find((error) => error !== null)).toBeInstanceOf(StaleError);
  });

  test("is no question any more once the session is closed", async () => {
    const closed = await aSession(pilot.programme.id, { state: "CLOSED" });
    const named = nameDeputy(pilot.coordinator, { ...closed, deputy: pilot.expert.personId });
    expect((await refusal(named))?.code).toBe("sessions.locked");
  });
});

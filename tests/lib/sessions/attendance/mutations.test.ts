import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { addAttendee, tickPresence } from "@/lib/sessions/attendance/mutations";
import { getAttendanceView, listAddable } from "@/lib/sessions/attendance/queries";
import { closeSession, recordAttendance } from "@/lib/sessions/record/mutations";
import { getAttendanceForm } from "@/lib/sessions/record/queries";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aProgramme, moment } from "@/tests/support/factories";
import { aLiveSession, inMinutes } from "@/tests/support/live-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

const before = new Date("2026-03-10T09:30:00Z");
let pilot: Awaited<ReturnType<typeof aPilot>>;
let held: Awaited<ReturnType<typeof aSession>>;
let stranger: Actor;

const aHeld = () =>
  aSession(pilot.programme.id, {
    state: "CONVENED",
    startsAt: before,
    audience: "PUBLIC",
    invitedIds: [pilot.referent.personId],
  });

beforeAll(async () => {
  pilot = await aPilot();
  held = await aHeld();
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

describe("who came without an invitation", () => {
  test("is present for the body of the person's role, and stays on the list until nothing is said of it", async () => {
    const { id } = await aHeld();
    const staff = pilot.staff.personId;
    expect((await listAddable(pilot.coordinator, id)).map((one) => one.personId)).toContain(staff);
    await addAttendee(pilot.coordinator, { id, person: staff });
    expect((await listAddable(pilot.coordinator, id)).map((one) => one.personId)).not.toContain(staff);
    const row = await db.attendance.findUniqueOrThrow({
      where: { sessionId_personId: { sessionId: id, personId: staff } },
    });
    expect(row).toMatchObject({ present: true, organisationId: pilot.body.id, absenceKind: null });
    const [event] = await db.event.findMany({ where: { subjectId: id } });
    expect(event).toMatchObject({
      kind: "sessions.attendeeAdded",
      organisationId: pilot.body.id,
      data: { person: staff },
    });
    const form = await getAttendanceForm(pilot.coordinator, pilot.programme.slug, id);
    expect(form.people.map((one) => [one.personId, one.presence, one.isInvited])).toEqual(
      expect.arrayContaining([
        [staff, "present", false],
        [pilot.referent.personId, null, true],
      ]),
    );
    const { version } = form.session;
    await recordAttendance(pilot.coordinator, {
      id,
      version,
      attendance: { [staff]: { presence: "present" }, [pilot.referent.personId]: { presence: "absent" } },
    });
    const view = await getAttendanceView(pilot.observer, pilot.programme.slug, id);
    expect(view.bodies).toMatchObject([
      { body: pilot.body.name, presence: "present", present: [{ isInvited: false }] },
      { body: null, presence: "absent" },
    ]);
    await recordAttendance(pilot.coordinator, { id, version: version + 1, attendance: {} });
    expect(await db.attendance.count({ where: { sessionId: id } })).toBe(0);
  });

  test("is added once, however often it is sent, and an older form of the attendance is told", async () => {
    const { id, version } = await aHeld();
    const add = () => addAttendee(pilot.coordinator, { id, person: pilot.staff.personId });
    await Promise.all([add(), add()]);
    await add();
    expect(await db.attendance.count({ where: { sessionId: id } })).toBe(1);
    expect(await db.event.count({ where: { subjectId: id } })).toBe(1);
    const older = recordAttendance(pilot.coordinator, { id, version, attendance: {} });
    expect(await refusal(older)).toBeInstanceOf(StaleError);
    expect(await db.attendance.count({ where: { sessionId: id } })).toBe(1);
  });

  test("is of the programme and was not invited", async () => {
    const { id } = await aHeld();
    for (const person of [(await aPerson()).id, pilot.referent.personId]) {
      const error = await refusal(addAttendee(pilot.coordinator, { id, person }));
      expect(error).toMatchObject({ code: "sessions.notToBeAdded", field: "person" });
    }
  });

  test("is not added before the start nor after the closing", async () => {
    const toCome = await aSession(pilot.programme.id, { state: "CONVENED" });
    const person = pilot.staff.personId;
    expect((await refusal(addAttendee(pilot.coordinator, { id: toCome.id, person })))?.code).toBe(
      "sessions.notBegun",
    );
    const closed = await aSession(pilot.programme.id, { state: "CLOSED", startsAt: before });
    expect((await refusal(addAttendee(pilot.coordinator, { id: closed.id, person })))?.code).toBe(
      "sessions.locked",
    );
  });

  test("against a closing at the same moment: on the list, or told that it is locked", async () => {
    const { id, version } = await aHeld();
    const [added, closed] = await Promise.allSettled([
      addAttendee(pilot.coordinator, { id, person: pilot.staff.personId }),
      closeSession(pilot.coordinator, { id, version, attendance: {} }),
    ]);
    // The one that came second saw the other: never both, and never a person lost after "added" was answered.
    expect([added.status, closed.status].toSorted()).toEqual(["fulfilled", "rejected"]);
    const rows = await db.attendance.count({ where: { sessionId: id } });
    expect(rows).toBe(added.status === "fulfilled" ? 1 : 0);
  });
});

describe("reasons and actual times", () => {
  test("are kept for who was away, and dropped for who was there", async () => {
    const { id, version } = await aSession(pilot.programme.id, {
      state: "CONVENED",
      startsAt: before,
      invitedIds: [pilot.referent.personId, pilot.staff.personId],
    });
    await recordAttendance(pilot.coordinator, {
      id,
      version,
      actualStart: "10:40",
      actualEnd: "12:50",
      attendance: {
        [pilot.referent.personId]: { presence: "absent", kind: "DUTY", reason: "udienza" },
        [pilot.staff.personId]: { presence: "present", kind: "LEAVE", reason: "ferie" },
      },
    });
    const rows = await db.attendance.findMany({ where: { sessionId: id } });
    const of = (personId: string) => rows.find((one) => one.personId === personId);
    expect(of(pilot.referent.personId)).toMatchObject({ absenceKind: "DUTY", absenceReason: "udienza" });
    expect(of(pilot.staff.personId)).toMatchObject({ absenceKind: null, absenceReason: null });
    const view = await getAttendanceView(pilot.coordinator, pilot.programme.slug, id);
    expect(view.actual).toEqual({
      startsAt: new Date("2026-03-10T09:40:00Z"),
      endsAt: new Date("2026-03-10T11:50:00Z"),
    });
    const form = await getAttendanceForm(pilot.coordinator, pilot.programme.slug, id);
    expect(form.actual).toEqual({ start: "10:40", end: "12:50" });
  });
});

test("what is on paper is offered to whom it is for", async () => {
  const { id } = await aHeld();
  await db.sessionInvitee.updateMany({ where: { sessionId: id }, data: { organisationId: pilot.body.id } });
  await db.sessionInvitee.create({ data: { sessionId: id, personId: pilot.expert.personId } });
  const letters = async (actor: typeof pilot.staff) =>
    (await getAttendanceView(actor, pilot.programme.slug, id)).letters.map((one) => one.organisationId);
  expect(await letters(pilot.coordinator)).toEqual([pilot.body.id, null]);
  expect(await letters(pilot.referent)).toEqual([pilot.body.id]);
  expect(await letters(pilot.expert)).toEqual([null]);
  expect(await letters(pilot.staff)).toEqual([]);
  const { may } = await getAttendanceView(pilot.referent, pilot.programme.slug, id);
  expect(may).toEqual({ register: false, setProtocol: false, issue: false, claim: false });
  const visitor = await getAttendanceView(visitorActor(moment), pilot.programme.slug, id);
  expect(visitor).toMatchObject({ bodies: [], letters: [], certificates: [] });
});

denied("addAttendee", "to an expert", () =>
  addAttendee(pilot.expert, { id: held.id, person: pilot.staff.personId }),
);
denied("addAttendee", "to a referent, who would add a colleague", () =>
  addAttendee(pilot.referent, { id: held.id, person: pilot.staff.personId }),
);
denied("addAttendee", "to a visitor", () =>
  addAttendee(visitorActor(moment), { id: held.id, person: pilot.staff.personId }),
);
denied("addAttendee", "to the coordinator of another programme", () =>
  addAttendee(stranger, { id: held.id, person: pilot.staff.personId }),
);

describe("a tick while the session runs", () => {
  const rowOf = (sessionId: string, personId: string) =>
    db.attendance.findUnique({ where: { sessionId_personId: { sessionId, personId } } });

  test("says that somebody is here, once, over what was said before, and is taken back", async () => {
    const live = await aLiveSession(pilot);
    const person = pilot.referent.personId;
    const tick = (here: "yes" | "no") => tickPresence(pilot.coordinator, { id: live.id, person, here });
    await db.attendance.create({
      data: {
        sessionId: live.id,
        personId: person,
        present: false,
        absenceKind: "LEAVE",
        absenceReason: "Ferie",
      },
    });
    await tick("yes");
    await tick("yes");
    const said = { present: true, absenceKind: null, absenceReason: null, organisationId: null };
    expect(await rowOf(live.id, person)).toMatchObject(said);
    await tick("no");
    await tick("no");
    expect(await rowOf(live.id, person)).toBeNull();
    const events = await db.event.findMany({ where: { subjectId: live.id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["sessions.presenceTicked", { person, here: true }],
      ["sessions.presenceTicked", { person, here: false }],
    ]);
  });

  test("puts who came without an invitation under the own body", async () => {
    const live = await aLiveSession(pilot, { invitedIds: [] });
    const person = pilot.staff.personId;
    await tickPresence(pilot.coordinator, { id: live.id, person, here: "yes" });
    expect(await rowOf(live.id, person)).toMatchObject({ present: true, organisationId: pilot.body.id });
    const stranger = tickPresence(pilot.coordinator, {
      id: live.id,
      person: (await aPerson()).id,
      here: "yes",
    });
    expect((await refusal(stranger))?.code).toBe("sessions.notToBeAdded");
  });

  test("tells a form of the attendance that it is stale, and leaves who is in the room proposed there", async () => {
    const live = await aLiveSession(pilot);
    await db.sessionJoin.create({
      data: {
        sessionId: live.id,
        personId: pilot.staff.personId,
        role: "ATTENDEE",
        source: "AREA",
        joinedAt: moment,
      },
    });
    await tickPresence(pilot.coordinator, { id: live.id, person: pilot.referent.personId, here: "yes" });
    const { version } = live;
    const stale = recordAttendance(pilot.coordinator, { id: live.id, version, attendance: {} });
    expect(await refusal(stale)).toBeInstanceOf(StaleError);
    const form = await getAttendanceForm(pilot.coordinator, pilot.programme.slug, live.id);
    expect(form.people.map((one) => [one.personId, one.presence])).toEqual(
      expect.arrayContaining([
        [pilot.referent.personId, "present"],
        [pilot.staff.personId, "present"],
      ]),
    );
  });

  test("waits for the doors, and is over with the session", async () => {
    const tick = (id: string) =>
      refusal(tickPresence(pilot.coordinator, { id, person: pilot.referent.personId, here: "yes" }));
    const early = await aLiveSession(pilot, { startsAt: inMinutes(60) });
    expect((await tick(early.id))?.code).toBe("live.tooEarly");
    const closed = await aLiveSession(pilot, { state: "CLOSED" });
    expect((await tick(closed.id))?.code).toBe("live.notConvened");
  });
});

const aTick = () => ({ id: held.id, person: pilot.referent.personId, here: "yes" as const });
denied("tickPresence", "to an expert", () => tickPresence(pilot.expert, aTick()));
denied("tickPresence", "to the person itself", () => tickPresence(pilot.referent, aTick()));
denied("tickPresence", "to a coordinator elsewhere", () => tickPresence(stranger, aTick()));
denied("tickPresence", "to a visitor", () => tickPresence(visitorActor(moment), aTick()));

import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import {
  closeSession,
  recordAttendance,
  recordPastSession,
  reopenSession,
} from "@/lib/sessions/record/mutations";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { getSession } from "@/lib/sessions/view/queries";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aPerson, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

const before = new Date("2026-03-10T09:30:00Z");

let pilot: Awaited<ReturnType<typeof aPilot>>;
let held: Awaited<ReturnType<typeof aSession>>;
let closed: Awaited<ReturnType<typeof aSession>>;
let past: Awaited<ReturnType<typeof aSession>>;

const invited = () => [pilot.referent.personId, pilot.staff.personId];
const aHeld = () =>
  aSession(pilot.programme.id, {
    state: "CONVENED",
    startsAt: before,
    audience: "PUBLIC",
    invitedIds: invited(),
  });

beforeAll(async () => {
  pilot = await aPilot();
  held = await aHeld();
  closed = await aSession(pilot.programme.id, { state: "CLOSED", startsAt: before, audience: "PUBLIC" });
  past = await aSession(pilot.programme.id, { startsAt: before });
});

describe("closing", () => {
  test("keeps who was there, and locks", async () => {
    const { id, version } = await aHeld();
    await closeSession(pilot.coordinator, {
      id,
      version,
      attendance: {
        [pilot.referent.personId]: { presence: "present" },
        [pilot.staff.personId]: { presence: "absent", reason: "malattia" },
      },
    });
    const view = await getSession(pilot.coordinator, pilot.programme.slug, id);
    expect(view).toMatchObject({ state: "CLOSED", version: 2, phase: "CLOSED", moves: ["reopen"] });
    const byPerson = new Map(view.guests.map((one) => [one.personId, one]));
    expect(byPerson.get(pilot.referent.personId)).toMatchObject({ present: true, absenceReason: null });
    expect(byPerson.get(pilot.staff.personId)).toMatchObject({ present: false, absenceReason: "malattia" });
    const [event] = await db.event.findMany({ where: { subjectId: id } });
    expect(event).toMatchObject({ kind: "sessions.closed", data: { present: 1, absent: 1 } });
    const attempt = recordAttendance(pilot.coordinator, { id, version: 2, attendance: {} });
    expect((await refusal(attempt))?.code).toBe("sessions.locked");
  });

  test("is refused before the start, and for people who were not expected", async () => {
    const toCome = await aSession(pilot.programme.id, { state: "CONVENED", invitedIds: invited() });
    const input = { attendance: {} };
    expect(await refusal(closeSession(pilot.coordinator, { ...toCome, ...input }))).toMatchObject({
      code: "sessions.notBegun",
      params: { start: toCome.startsAt },
    });
    const stranger = { [(await aPerson()).id]: { presence: "present" as const } };
    const attempt = closeSession(pilot.coordinator, { ...(await aHeld()), ...input, attendance: stranger });
    expect((await refusal(attempt))?.code).toBe("sessions.unknownPerson");
  });

  test("at once by two people has one winner", async () => {
    const session = await aHeld();
    const close = () => closeSession(pilot.coordinator, { ...session, attendance: {} });
    const results = await Promise.allSettled([close(), close()]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await kindsOf(session.id)).toEqual(["sessions.closed"]);
  });
});

describe("with a version that is out of date", () => {
  // Somebody else's attendance, or name for the deputy, came first.
  const outOfDate = async (session: { id: string }) => {
    await db.session.update({ where: { id: session.id }, data: { version: { increment: 1 } } });
    return { ...session, version: 1, attendance: {}, reason: "Un nome sbagliato" };
  };

  test.each([
    ["attendance", aHeld, recordAttendance],
    ["closing", aHeld, closeSession],
    ["recording the past", () => aSession(pilot.programme.id, { startsAt: before }), recordPastSession],
    [
      "reopening",
      () => aSession(pilot.programme.id, { state: "CLOSED", startsAt: before, audience: "PUBLIC" }),
      reopenSession,
    ],
  ])("%s is refused, and changes nothing", async (_name, ground, act) => {
    const input = await outOfDate(await ground());
    const { state } = await db.session.findUniqueOrThrow({ where: { id: input.id } });
    expect(await refusal(act(pilot.coordinator, input))).toBeInstanceOf(StaleError);
    expect(await db.session.findUniqueOrThrow({ where: { id: input.id } })).toMatchObject({
      state,
      version: 2,
    });
    expect(await kindsOf(input.id)).toEqual([]);
  });
});

describe("attendance before closing", () => {
  test("may be said again", async () => {
    const { id, version } = await aHeld();
    const person = pilot.referent.personId;
    await recordAttendance(pilot.coordinator, {
      id,
      version,
      attendance: { [person]: { presence: "absent" } },
    });
    await recordAttendance(pilot.coordinator, {
      id,
      version: version + 1,
      attendance: { [person]: { presence: "present" } },
    });
    expect(await db.attendance.findMany({ where: { sessionId: id }, select: { present: true } })).toEqual([
      { present: true },
    ]);
  });
});

describe("a session of the past", () => {
  test("is recorded without convening anybody", async () => {
    const { id, version } = await aSession(pilot.programme.id, { startsAt: before });
    await recordPastSession(pilot.coordinator, {
      id,
      version,
      attendance: { [pilot.staff.personId]: { presence: "present" } },
    });
    const view = await getSession(pilot.coordinator, pilot.programme.slug, id);
    expect(view.state).toBe("CLOSED");
    expect(view.guests).toMatchObject([{ personId: pilot.staff.personId, present: true }]);
    expect(await kindsOf(id)).toEqual(["sessions.pastRecorded"]);
  });

  test("is not one that is still to come", async () => {
    const toCome = await aSession(pilot.programme.id);
    const attempt = recordPastSession(pilot.coordinator, { ...toCome, attendance: {} });
    expect((await refusal(attempt))?.code).toBe("sessions.notOver");
  });
});

test("a session that is opened again takes no replies, and says so", async () => {
  const { id, version } = await aHeld();
  await closeSession(pilot.coordinator, { id, version, attendance: {} });
  await reopenSession(pilot.coordinator, { id, version: version + 1, reason: "Un nome sbagliato" });
  expect(await kindsOf(id)).toEqual(["sessions.closed", "sessions.reopened"]);
  expect((await refusal(replyToSession(pilot.staff, { id, reply: "YES" })))?.code).toBe(
    "sessions.replyClosed",
  );
});

const finish = { attendance: {} };
denied("recordAttendance", "to an expert", () => recordAttendance(pilot.expert, { ...held, attendance: {} }));
denied("closeSession", "to an expert", () => closeSession(pilot.expert, { ...held, ...finish }));
denied("closeSession", "to a visitor", () => closeSession(visitorActor(moment), { ...held, ...finish }));
denied("recordPastSession", "to an expert", () => recordPastSession(pilot.expert, { ...past, ...finish }));
denied("recordPastSession", "to staff, for whom a draft does not exist", () =>
  recordPastSession(pilot.staff, { ...past, ...finish }),
);
denied("reopenSession", "to an expert", () => reopenSession(pilot.expert, { ...closed, reason: "x" }));

import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type DomainError, StaleError } from "@/lib/platform/errors";
import {
  closeSession,
  publishMinutes,
  recordAttendance,
  recordPastSession,
  reopenSession,
  writeMinutes,
} from "@/lib/sessions/record/mutations";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { getOpenSession, getSession } from "@/lib/sessions/view/queries";
import { denied } from "@/tests/support/denied";
import { aPerson, moment } from "@/tests/support/factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

const before = new Date("2026-03-10T09:30:00Z");
const refusal = (attempt: Promise<unknown>) =>
  attempt.then(
    () => null,
    (error: unknown) => error as DomainError,
  );
const kinds = async (id: string) =>
  (await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } })).map((one) => one.kind);

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
  await db.sessionMinutes.create({ data: { sessionId: closed.id, markdown: "Testo", html: "<p>Testo</p>" } });
});

describe("closing", () => {
  test("keeps who was there, the minutes as safe HTML, and locks", async () => {
    const { id, version } = await aHeld();
    await closeSession(pilot.coordinator, {
      id,
      version,
      minutesVersion: 0,
      attendance: {
        [pilot.referent.personId]: { presence: "present" },
        [pilot.staff.personId]: { presence: "absent", reason: "malattia" },
      },
      minutes: "# Punto 1\n\n<script>alert(1)</script>\n\nSi **decide** di proseguire.",
    });
    const view = await getSession(pilot.coordinator, pilot.programme.slug, id);
    expect(view).toMatchObject({ state: "CLOSED", version: 2, phase: "CLOSED", moves: ["reopen"] });
    expect(view.minutes?.html).toContain("<strong>decide</strong>");
    expect(view.minutes?.html).not.toContain("<script");
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
    const input = { attendance: {}, minutes: "", minutesVersion: 0 };
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
    const close = (minutes: string) =>
      closeSession(pilot.coordinator, { ...session, attendance: {}, minutes, minutesVersion: 0 });
    const results = await Promise.allSettled([close("Prima"), close("Seconda")]);
    expect(results.filter((one) => one.status === "fulfilled")).toHaveLength(1);
    expect(await kinds(session.id)).toEqual(["sessions.closed"]);
  });
});

describe("attendance and minutes before closing", () => {
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

  test("two writers of one text: the second is told and nothing of the first is lost", async () => {
    const { id } = await aHeld();
    await writeMinutes(pilot.coordinator, { id, version: 0, minutes: "Della coordinatrice" });
    for (const version of [0, 7]) {
      const late = await refusal(writeMinutes(pilot.expert, { id, version, minutes: "Dell’esperto" }));
      expect(late).toBeInstanceOf(StaleError);
    }
    const results = await Promise.allSettled([
      writeMinutes(pilot.coordinator, { id, version: 1, minutes: "Uno" }),
      writeMinutes(pilot.expert, { id, version: 1, minutes: "Due" }),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await kinds(id)).toEqual(["sessions.minutesWritten", "sessions.minutesWritten"]);
  });

  test("the first text has one writer too", async () => {
    const { id } = await aHeld();
    const results = await Promise.allSettled([
      writeMinutes(pilot.coordinator, { id, version: 0, minutes: "Uno" }),
      writeMinutes(pilot.expert, { id, version: 0, minutes: "Due" }),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("a session of the past", () => {
  test("is recorded without convening anybody", async () => {
    const { id, version } = await aSession(pilot.programme.id, { startsAt: before });
    await recordPastSession(pilot.coordinator, {
      id,
      version,
      minutesVersion: 0,
      attendance: { [pilot.staff.personId]: { presence: "present" } },
      minutes: "Verbale",
    });
    const view = await getSession(pilot.coordinator, pilot.programme.slug, id);
    expect(view.state).toBe("CLOSED");
    expect(view.guests).toMatchObject([{ personId: pilot.staff.personId, present: true }]);
    expect(await kinds(id)).toEqual(["sessions.pastRecorded"]);
  });

  test("is not one that is still to come", async () => {
    const toCome = await aSession(pilot.programme.id);
    const attempt = recordPastSession(pilot.coordinator, {
      ...toCome,
      attendance: {},
      minutes: "",
      minutesVersion: 0,
    });
    expect((await refusal(attempt))?.code).toBe("sessions.notOver");
  });
});

describe("minutes", () => {
  test("are read by coordinator and expert first, by everyone once published, and withdrawn by reopening", async () => {
    const { id, version } = await aHeld();
    const facts = { id, version, attendance: {}, minutes: "Si decide.", minutesVersion: 0 };
    await closeSession(pilot.coordinator, facts);
    const { slug } = pilot.programme;
    const visitor = visitorActor(moment);
    const texts = async () =>
      Promise.all([
        getSession(pilot.expert, slug, id).then((one) => one.minutes?.html),
        getSession(pilot.staff, slug, id).then((one) => one.minutes?.html),
        getOpenSession(visitor, slug, id).then((one) => one.minutes?.html),
      ]);
    expect(await texts()).toEqual(["<p>Si decide.</p>", undefined, undefined]);
    await publishMinutes(pilot.coordinator, { id, version: version + 1 });
    expect(await texts()).toEqual(["<p>Si decide.</p>", "<p>Si decide.</p>", "<p>Si decide.</p>"]);
    await reopenSession(pilot.coordinator, { id, version: version + 2, reason: "Un nome sbagliato" });
    expect(await texts()).toEqual(["<p>Si decide.</p>", undefined, undefined]);
    expect(await kinds(id)).toEqual(["sessions.closed", "sessions.minutesPublished", "sessions.reopened"]);
    expect((await refusal(replyToSession(pilot.staff, { id, reply: "YES" })))?.code).toBe(
      "sessions.replyClosed",
    );
  });

  test("are published after closing, when there are any", async () => {
    expect((await refusal(publishMinutes(pilot.coordinator, await aHeld())))?.code).toBe(
      "sessions.publishAfterClosing",
    );
    const bare = await aSession(pilot.programme.id, { state: "CLOSED", startsAt: before });
    expect((await refusal(publishMinutes(pilot.coordinator, bare)))?.code).toBe("sessions.noMinutes");
  });
});

const finish = { attendance: {}, minutes: "", minutesVersion: 0 };
denied("recordAttendance", "to an expert", () => recordAttendance(pilot.expert, { ...held, attendance: {} }));
denied("writeMinutes", "to an observer", () =>
  writeMinutes(pilot.observer, { ...held, version: 0, minutes: "x" }),
);
denied("writeMinutes", "to a referent", () =>
  writeMinutes(pilot.referent, { ...held, version: 0, minutes: "x" }),
);
denied("closeSession", "to an expert", () => closeSession(pilot.expert, { ...held, ...finish }));
denied("closeSession", "to a visitor", () => closeSession(visitorActor(moment), { ...held, ...finish }));
denied("recordPastSession", "to an expert", () => recordPastSession(pilot.expert, { ...past, ...finish }));
denied("recordPastSession", "to staff, for whom a draft does not exist", () =>
  recordPastSession(pilot.staff, { ...past, ...finish }),
);
denied("reopenSession", "to an expert", () => reopenSession(pilot.expert, { ...closed, reason: "x" }));
denied("publishMinutes", "to an expert", () => publishMinutes(pilot.expert, closed));

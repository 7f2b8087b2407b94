import { beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { cancelSession, changeSession, conveneSession, scheduleSession } from "@/lib/sessions/mutations";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { actorAs, later } from "@/tests/support/actors";
import { anEnrolment, anOrganisation, aPerson, aRole, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSchedule, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
beforeAll(async () => {
  pilot = await aPilot();
});

const eventsOf = (id: string) =>
  db.event.findMany({
    where: { subjectId: id },
    orderBy: { seq: "asc" },
    select: { kind: true, data: true },
  });
const stored = (id: string) =>
  db.session.findUniqueOrThrow({
    where: { id },
    include: { agenda: { orderBy: { position: "asc" } }, bodies: true, invitees: true },
  });
describe("scheduling", () => {
  test("keeps a draft with agenda and calendar entry, and says so in the log", async () => {
    const input = aSchedule(pilot.programme);
    await scheduleSession(pilot.coordinator, input);
    const row = await stored(input.id);
    expect(row).toMatchObject({ state: "DRAFT", version: 1, sequence: 0, invitees: [] });
    expect(row.startsAt.toISOString()).toBe("2026-03-31T08:30:00.000Z");
    expect(row.agenda).toMatchObject([
      { title: "Criticità emerse", owner: "Faculty", minutes: 35, position: 0 },
    ]);
    expect(row.vevent).toContain("DTSTART;TZID=Europe/Rome:20260331T103000");
    expect(await eventsOf(input.id)).toMatchObject([{ kind: "sessions.scheduled" }]);
  });

  test("twice with the same form, at the same time, makes one session and one event", async () => {
    const input = aSchedule(pilot.programme);
    await Promise.all(Array.from({ length: 4 }, () => scheduleSession(pilot.coordinator, input)));
    expect(await db.session.count({ where: { id: input.id } })).toBe(1);
    expect((await stored(input.id)).agenda).toHaveLength(1);
    expect(await eventsOf(input.id)).toHaveLength(1);
  });

  test("another text under the same identifier is told apart and loses nothing", async () => {
    const input = aSchedule(pilot.programme);
    await scheduleSession(pilot.coordinator, input);
    const error = await refusal(scheduleSession(pilot.coordinator, { ...input, title: "Altro" }));
    expect(error?.code).toBe("sessions.alreadySaved");
    expect((await stored(input.id)).title).toBe(input.title);
  });

  test("refuses a body that is not in the programme", async () => {
    const stranger = await anOrganisation();
    const input = aSchedule(pilot.programme, { convened: "some", bodies: [stranger.id] });
    expect(await refusal(scheduleSession(pilot.coordinator, input))).toMatchObject({
      code: "sessions.unknownBody",
      field: "bodies",
    });
  });
});

describe("convening", () => {
  test("invites the people of the bodies that take part, experts and coordinators, once each", async () => {
    const { programme, body, coordinator, expert, referent, staff } = await aPilot();
    const refused = await anOrganisation();
    await anEnrolment(programme.id, refused.id, "REFUSED");
    await actorAs("REFERENT", { programmeId: programme.id, organisationId: refused.id });
    const gone = await aPerson({ disabledAt: moment });
    await aRole(gone.id, "STAFF", { programmeId: programme.id, organisationId: body.id });
    const former = await aPerson();
    await aRole(former.id, "STAFF", { programmeId: programme.id, organisationId: body.id, toAt: moment });
    await aRole(expert.personId, "STAFF", { programmeId: programme.id, organisationId: body.id });
    const { id, version } = await aSession(programme.id);
    await conveneSession(coordinator, { id, version });
    const row = await stored(id);
    const invited = new Map(row.invitees.map((one) => [one.personId, one.organisationId]));
    expect(invited).toEqual(
      new Map([
        [coordinator.personId, null],
        [expert.personId, body.id],
        [referent.personId, body.id],
        [staff.personId, body.id],
      ]),
    );
    expect(row).toMatchObject({ state: "CONVENED", version: 2, convenedAt: moment });
    expect(row.vevent).toContain("STATUS:CONFIRMED");
    expect(await eventsOf(id)).toMatchObject([{ kind: "sessions.convened", data: { people: 4 } }]);
  });

  test("is refused in the past, and names the first day that will do", async () => {
    const { id, version } = await aSession(pilot.programme.id, {
      startsAt: new Date("2026-03-20T09:00:00Z"),
    });
    const friday = later(pilot.coordinator, new Date("2026-04-03T09:00:00Z"));
    expect(await refusal(conveneSession(friday, { id, version }))).toMatchObject({
      code: "sessions.inThePast",
      // after Easter and Monday the 6th
      params: { first: new Date("2026-04-07T10:00:00Z") },
    });
  });

  test("asks for the link of a webconference and the place of a meeting", async () => {
    const online = await aSession(pilot.programme.id, { url: null });
    const onSite = await aSession(pilot.programme.id, { mode: "IN_PERSON", url: null, place: null });
    expect((await refusal(conveneSession(pilot.coordinator, online)))?.code).toBe("sessions.linkMissing");
    expect((await refusal(conveneSession(pilot.coordinator, onSite)))?.code).toBe("sessions.placeMissing");
  });

  test("twice is refused by name", async () => {
    const { id } = await aSession(pilot.programme.id, { state: "CONVENED" });
    const error = await refusal(conveneSession(pilot.coordinator, { id, version: 1 }));
    expect(error).toMatchObject({
      code: "sessions.moveNotAllowed",
      params: { state: "CONVENED", move: "convene" },
    });
  });
});

describe("changing", () => {
  test("a draft raises no number", async () => {
    const session = await aSession(pilot.programme.id);
    await changeSession(pilot.coordinator, aChange(session, { title: "Nuovo titolo" }));
    expect(await stored(session.id)).toMatchObject({ title: "Nuovo titolo", version: 2, sequence: 0 });
  });

  test("a convened session raises the number of its entry and says what changed", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    await changeSession(pilot.coordinator, aChange(session, { start: "11:00", end: "13:00" }));
    const row = await stored(session.id);
    expect(row).toMatchObject({ sequence: 1, version: 2 });
    expect(row.vevent).toContain("SEQUENCE:1");
    expect(row.vevent).toContain("DTSTART;TZID=Europe/Rome:20260331T110000");
    const [event] = await eventsOf(session.id);
    expect(event?.data).toMatchObject({
      raised: true,
      sequence: 1,
      changed: expect.arrayContaining(["time"]),
    });
  });

  test("what calendars do not show raises no number; nothing changed writes nothing", async () => {
    const input = aSchedule(pilot.programme);
    await scheduleSession(pilot.coordinator, input);
    await conveneSession(pilot.coordinator, { id: input.id, version: 1 });
    await changeSession(
      pilot.coordinator,
      aChange({ id: input.id, version: 2 }, { announcedNote: "circa 3 ore" }),
    );
    expect(await stored(input.id)).toMatchObject({ sequence: 0, version: 3 });
    await changeSession(
      pilot.coordinator,
      aChange({ id: input.id, version: 3 }, { announcedNote: "circa 3 ore" }),
    );
    expect(await stored(input.id)).toMatchObject({ version: 3 });
    expect((await eventsOf(input.id)).map((one) => one.kind)).toEqual([
      "sessions.scheduled",
      "sessions.convened",
      "sessions.changed",
    ]);
  });

  test("with other bodies names who comes in and who drops out; who stays keeps the reply", async () => {
    const { programme, body, coordinator, referent } = await aPilot();
    const second = await anOrganisation();
    await anEnrolment(programme.id, second.id, "ACTIVE");
    const newcomer = await actorAs("REFERENT", { programmeId: programme.id, organisationId: second.id });
    const input = aSchedule(programme, { convened: "some", bodies: [body.id] });
    await scheduleSession(coordinator, input);
    await conveneSession(coordinator, { id: input.id, version: 1 });
    await replyToSession(coordinator, { id: input.id, reply: "YES" });
    await changeSession(
      coordinator,
      aChange({ id: input.id, version: 2 }, { convened: "some", bodies: [second.id] }),
    );
    const change = (await eventsOf(input.id)).at(-1);
    expect(change?.data).toMatchObject({ changed: ["bodies"], added: [newcomer.personId] });
    expect(change?.data).toHaveProperty("removed", expect.arrayContaining([referent.personId]));
    const own = (await stored(input.id)).invitees.find((one) => one.personId === coordinator.personId);
    expect(own?.reply).toBe("YES");
  });

  test("of two people who change it at once one wins; the other is told who, when, and loses nothing", async () => {
    const second = await actorAs("COORDINATOR", { programmeId: pilot.programme.id });
    for (let round = 0; round < 5; round += 1) {
      const session = await aSession(pilot.programme.id, { state: "CONVENED" });
      const results = await Promise.allSettled([
        changeSession(pilot.coordinator, aChange(session, { title: "Titolo della prima" })),
        changeSession(second, aChange(session, { title: "Titolo del secondo" })),
      ]);
      const lost = results.filter((one) => one.status === "rejected");
      expect(lost).toHaveLength(1);
      expect(lost[0]?.reason).toBeInstanceOf(StaleError);
      expect(lost[0]?.reason.params).toEqual({ who: "Ada Ginestrelli", at: moment });
      const row = await stored(session.id);
      expect(row).toMatchObject({ version: 2, sequence: 1 });
      expect(row.agenda).toHaveLength(1);
      expect(row.vevent).toContain(`SUMMARY:${row.title}`);
      expect(await eventsOf(session.id)).toHaveLength(1);
    }
  });

  test("of a cancelled or closed session is refused, and into the past too", async () => {
    const closed = await aSession(pilot.programme.id, { state: "CLOSED" });
    expect((await refusal(changeSession(pilot.coordinator, aChange(closed))))?.code).toBe("sessions.locked");
    const convened = await aSession(pilot.programme.id, { state: "CONVENED" });
    const past = aChange(convened, { date: "2026-03-20" });
    expect((await refusal(changeSession(pilot.coordinator, past)))?.code).toBe("sessions.inThePast");
  });
});

describe("cancelling", () => {
  test("keeps the reason, raises the number and marks the entry", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    await cancelSession(pilot.coordinator, { ...session, reason: "Indisponibilità della faculty" });
    const row = await stored(session.id);
    expect(row).toMatchObject({
      state: "CANCELLED",
      sequence: 1,
      cancelReason: "Indisponibilità della faculty",
    });
    expect(row.vevent).toContain("STATUS:CANCELLED");
    expect(await eventsOf(session.id)).toMatchObject([
      { kind: "sessions.cancelled", data: { wasConvened: true, sequence: 1 } },
    ]);
  });
});

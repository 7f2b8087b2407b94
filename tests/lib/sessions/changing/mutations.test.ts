import { beforeAll, describe, expect, test } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { StaleError } from "@/lib/platform/errors";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { conveneSession } from "@/lib/sessions/convening/mutations";
import { replyToSession } from "@/lib/sessions/replies/mutations";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { anEnrolment, anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSchedule, aSession, storedSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let draft: Awaited<ReturnType<typeof aSession>>;
let convened: typeof draft;
let open: typeof draft;
let stranger: Actor;
beforeAll(async () => {
  pilot = await aPilot();
  const { id } = pilot.programme;
  const invitedIds = [pilot.staff.personId];
  draft = await aSession(id);
  convened = await aSession(id, { state: "CONVENED", invitedIds });
  open = await aSession(id, { state: "CONVENED", audience: "PUBLIC", invitedIds });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

describe("changing", () => {
  test("a draft raises no number", async () => {
    const session = await aSession(pilot.programme.id);
    await changeSession(pilot.coordinator, aChange(session, { title: "Nuovo titolo" }));
    expect(await storedSession(session.id)).toMatchObject({ title: "Nuovo titolo", version: 2, sequence: 0 });
  });

  test("a convened session raises the number of its entry and says what changed", async () => {
    const session = await aSession(pilot.programme.id, { state: "CONVENED" });
    await changeSession(pilot.coordinator, aChange(session, { start: "11:00", end: "13:00" }));
    const row = await storedSession(session.id);
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
    expect(await storedSession(input.id)).toMatchObject({ sequence: 0, version: 3 });
    await changeSession(
      pilot.coordinator,
      aChange({ id: input.id, version: 3 }, { announcedNote: "circa 3 ore" }),
    );
    expect(await storedSession(input.id)).toMatchObject({ version: 3 });
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
    const own = (await storedSession(input.id)).invitees.find((one) => one.personId === coordinator.personId);
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
      const row = await storedSession(session.id);
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

denied("changeSession", "to an expert", () => changeSession(pilot.expert, aChange(draft)));
denied("changeSession", "to an observer", () => changeSession(pilot.observer, aChange(convened)));
denied("changeSession", "to the coordinator of another programme", () =>
  changeSession(stranger, aChange(open)),
);

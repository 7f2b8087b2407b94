import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { scheduleSession } from "@/lib/sessions/scheduling/mutations";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { anOrganisation, aProgramme, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSchedule, storedSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let hidden: { slug: string };
let stranger: Actor;
const visitor = visitorActor(moment);
beforeAll(async () => {
  pilot = await aPilot();
  hidden = await aProgramme({ state: "DRAFT" });
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

describe("scheduling", () => {
  test("keeps a draft with agenda and calendar entry, and says so in the log", async () => {
    const input = aSchedule(pilot.programme);
    await scheduleSession(pilot.coordinator, input);
    const row = await storedSession(input.id);
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
    expect((await storedSession(input.id)).agenda).toHaveLength(1);
    expect(await eventsOf(input.id)).toHaveLength(1);
  });

  test("another text under the same identifier is told apart and loses nothing", async () => {
    const input = aSchedule(pilot.programme);
    await scheduleSession(pilot.coordinator, input);
    const error = await refusal(scheduleSession(pilot.coordinator, { ...input, title: "Altro" }));
    expect(error?.code).toBe("sessions.alreadySaved");
    expect((await storedSession(input.id)).title).toBe(input.title);
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

denied("scheduleSession", "to an expert", () => scheduleSession(pilot.expert, aSchedule(pilot.programme)));
denied("scheduleSession", "to a referent", () => scheduleSession(pilot.referent, aSchedule(pilot.programme)));
denied("scheduleSession", "to the manager", () => scheduleSession(pilot.manager, aSchedule(pilot.programme)));
denied("scheduleSession", "to a visitor", () => scheduleSession(visitor, aSchedule(pilot.programme)));
denied("scheduleSession", "to the coordinator of another programme", () =>
  scheduleSession(stranger, aSchedule(pilot.programme)),
);
denied("scheduleSession", "in a draft of others, which does not exist for the actor", () =>
  scheduleSession(pilot.coordinator, aSchedule(hidden)),
);

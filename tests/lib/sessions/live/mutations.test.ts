import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { cancelSession } from "@/lib/sessions/cancelling/mutations";
import { changeSession } from "@/lib/sessions/changing/mutations";
import { endPoint, startPoint } from "@/lib/sessions/live/mutations";
import { startMinutes } from "@/lib/sessions/minutes/mutations";
import { closeSession } from "@/lib/sessions/record/mutations";
import { actorAs, actorFor, later } from "@/tests/support/actors";

import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aProgramme, moment } from "@/tests/support/factories";
import { aDeputy, aLiveSession, halfAnHourAgo, inMinutes, runsOf } from "@/tests/support/live-factories";
import { refusal } from "@/tests/support/refusal";
import { aChange, aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let running: Awaited<ReturnType<typeof aLiveSession>>;
let other: Awaited<ReturnType<typeof aLiveSession>>;

beforeAll(async () => {
  pilot = await aPilot();
  running = await aLiveSession(pilot);
  other = await aLiveSession(pilot);
});

describe("a point", () => {
  test("starts, and the one before it ends in the same moment", async () => {
    const { id, items } = await aLiveSession(pilot);
    const [first, second] = items;
    await startPoint(pilot.coordinator, { id, item: first });
    const next = later(pilot.expert, inMinutes(12));
    expect(await startPoint(next, { id, item: second })).toEqual({
      id,
      slug: pilot.programme.slug,
      item: second,
    });
    expect(await runsOf(id)).toEqual([
      { agendaItemId: first, startedAt: moment, endedAt: next.at, startedById: pilot.coordinator.personId },
      { agendaItemId: second, startedAt: next.at, endedAt: null, startedById: pilot.expert.personId },
    ]);
    const events = await db.event.findMany({ where: { subjectId: id }, orderBy: { seq: "asc" } });
    expect(events.map(({ kind, data }) => [kind, data])).toEqual([
      ["sessions.pointStarted", { item: first, ended: null }],
      ["sessions.pointStarted", { item: second, ended: first }],
    ]);
  });

  test("started twice starts once, ended twice ends once, and can be taken up again", async () => {
    const { id, items } = await aLiveSession(pilot);
    const input = { id, item: items[0] };
    await startPoint(pilot.coordinator, input);
    await startPoint(later(pilot.coordinator, inMinutes(1)), input);
    await endPoint(later(pilot.coordinator, inMinutes(5)), input);
    await endPoint(later(pilot.coordinator, inMinutes(6)), input);
    await startPoint(later(pilot.coordinator, inMinutes(20)), input);
    expect((await runsOf(id)).map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [moment, inMinutes(5)],
      [inMinutes(20), null],
    ]);
    expect(await kindsOf(id)).toEqual([
      "sessions.pointStarted",
      "sessions.pointEnded",
      "sessions.pointStarted",
    ]);
  });

  test("ended after somebody started the next leaves the next alone", async () => {
    const { id, items } = await aLiveSession(pilot);
    await startPoint(pilot.coordinator, { id, item: items[0] });
    await startPoint(pilot.expert, { id, item: items[1] });
    await endPoint(pilot.coordinator, { id, item: items[0] });
    expect((await runsOf(id)).at(-1)).toMatchObject({ agendaItemId: items[1], endedAt: null });
  });

  test("started by several at once: one goes on, and the database takes no second", async () => {
    const { id, items } = await aLiveSession(pilot);
    for (let round = 0; round < 5; round += 1) {
      const actors = [pilot.coordinator, pilot.expert, pilot.coordinator];
      await Promise.all(
        items.map((item, index) =>
          startPoint(later(actors[index] ?? pilot.expert, inMinutes(round)), { id, item }),
        ),
      );
      expect((await runsOf(id)).filter((one) => one.endedAt === null)).toHaveLength(1);
    }
    const second = db.agendaRun.create({
      data: { sessionId: id, agendaItemId: items[0], startedAt: moment },
    });
    await expect(second).rejects.toMatchObject({ code: "P2002" });
  });

  test("is ended before it starts by nobody, and is of its own session", async () => {
    const row = { sessionId: running.id, agendaItemId: running.items[0], startedAt: moment };
    const early = db.agendaRun.create({ data: { ...row, endedAt: halfAnHourAgo } });
    await expect(early).rejects.toThrow(/agenda_run_ends_after_it_starts/);
    const foreign = db.agendaRun.create({
      data: { ...row, agendaItemId: other.items[0], endedAt: moment },
    });
    await expect(foreign).rejects.toMatchObject({ code: "P2003" });
  });

  test("of a clock that goes behind does not end before it began", async () => {
    const { id, items } = await aLiveSession(pilot);
    await startPoint(later(pilot.coordinator, inMinutes(1)), { id, item: items[0] });
    await startPoint(pilot.expert, { id, item: items[1] });
    expect((await runsOf(id)).map(({ startedAt, endedAt }) => [startedAt, endedAt])).toEqual([
      [inMinutes(1), inMinutes(1)],
      [inMinutes(1), null],
    ]);
  });

  test("is run by the deputy of the session, while in the programme", async () => {
    const { id, items } = await aLiveSession(pilot);
    const deputy = await aDeputy(pilot, id);
    const role = { role: "STAFF" as const, programmeId: pilot.programme.id, organisationId: pilot.body.id };
    await startPoint(actorFor(deputy, [role]), { id, item: items[0] });
    expect(await runsOf(id)).toMatchObject([{ startedById: deputy }]);
  });
});

describe("is refused", () => {
  test.each([
    ["a draft", { state: "DRAFT" }, "live.notConvened"],
    ["a cancelled one", { state: "CANCELLED" }, "live.notConvened"],
    ["a closed one", { state: "CLOSED" }, "live.notConvened"],
    ["one whose doors are shut", { startsAt: inMinutes(16) }, "live.tooEarly"],
    ["one of yesterday", { startsAt: new Date("2026-03-22T09:00:00Z") }, "live.over"],
  ] as const)("%s", async (_name, facts, code) => {
    const { id, items } = await aLiveSession(pilot, facts);
    expect((await refusal(startPoint(pilot.coordinator, { id, item: items[0] })))?.code).toBe(code);
    expect((await refusal(endPoint(pilot.coordinator, { id, item: items[0] })))?.code).toBe(code);
    expect(await runsOf(id)).toEqual([]);
  });

  test("not from the opening of the doors on", async () => {
    const { id, items } = await aLiveSession(pilot, { startsAt: inMinutes(15) });
    await startPoint(pilot.coordinator, { id, item: items[0] });
    // What is said before the scheduled start is said, and may be written down.
    await startMinutes(pilot.expert, { id });
    expect(await runsOf(id)).toHaveLength(1);
  });
});

describe("what goes on ends with its session", () => {
  test("closed", async () => {
    const { id, items, version, endsAt } = await aLiveSession(pilot);
    await startPoint(pilot.coordinator, { id, item: items[0] });
    const evening = later(pilot.coordinator, new Date("2026-03-23T18:00:00Z"));
    await closeSession(evening, { id, version, attendance: {} });
    expect(await runsOf(id)).toMatchObject([{ endedAt: endsAt }]);
  });

  test("closed with the end that was written down", async () => {
    const { id, items, version } = await aLiveSession(pilot);
    await startPoint(pilot.coordinator, { id, item: items[0] });
    const evening = later(pilot.coordinator, new Date("2026-03-23T18:00:00Z"));
    await closeSession(evening, { id, version, attendance: {}, actualStart: "09:35", actualEnd: "12:10" });
    expect(await runsOf(id)).toMatchObject([{ endedAt: new Date("2026-03-23T11:10:00Z") }]);
  });

  test("cancelled, or moved to another day", async () => {
    const cancelled = await aLiveSession(pilot);
    await startPoint(pilot.coordinator, { id: cancelled.id, item: cancelled.items[0] });
    const { id, version } = cancelled;
    await cancelSession(later(pilot.coordinator, inMinutes(5)), { id, version, reason: "Allarme" });
    expect(await runsOf(id)).toMatchObject([{ endedAt: inMinutes(5) }]);
    const moved = await aLiveSession(pilot);
    await startPoint(pilot.coordinator, { id: moved.id, item: moved.items[0] });
    const agenda = [{ id: moved.items[0], title: "Criticità emerse", owner: null, minutes: 10 }];
    await changeSession(
      later(pilot.coordinator, inMinutes(5)),
      aChange(moved, { date: "2026-04-14", agenda }),
    );
    expect(await runsOf(moved.id)).toMatchObject([{ endedAt: inMinutes(5) }]);
  });

  test("a point started while the session is being closed is ended, or not started", async () => {
    const { id, items, version } = await aLiveSession(pilot);
    await Promise.allSettled([
      closeSession(pilot.coordinator, { id, version, attendance: {} }),
      startPoint(pilot.expert, { id, item: items[0] }),
    ]);
    expect((await runsOf(id)).filter((one) => one.endedAt === null)).toEqual([]);
  });
});

const first = () => ({ id: running.id, item: running.items[0] });
denied("startPoint", "to staff, who listens", () => startPoint(pilot.staff, first()));
denied("startPoint", "to the observer", () => startPoint(pilot.observer, first()));
denied("startPoint", "to an expert who left the programme", () =>
  startPoint(actorFor(pilot.expert.personId), first()),
);
denied("startPoint", "to a visitor", () => startPoint(visitorActor(moment), first()));
denied("startPoint", "for a point of another session", () =>
  startPoint(pilot.coordinator, { id: running.id, item: other.items[0] }),
);
denied("startPoint", "to a coordinator elsewhere", async () =>
  startPoint(stranger, { id: running.id, item: running.items[0] }),
);
denied("endPoint", "to a referent", () => endPoint(pilot.referent, first()));
denied("endPoint", "to a visitor", () => endPoint(visitorActor(moment), first()));
denied("endPoint", "for a point of another session", () =>
  endPoint(pilot.expert, { id: running.id, item: other.items[0] }),
);

let stranger: Awaited<ReturnType<typeof actorAs>>;
beforeAll(async () => {
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
  await aSession((await aProgramme()).id);
});

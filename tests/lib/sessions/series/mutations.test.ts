import { beforeAll, describe, expect, test } from "vitest";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import { applyTemplate, makeSeries } from "@/lib/sessions/series/mutations";
import { getSeriesPlan, getTemplatePlan } from "@/lib/sessions/series/queries";
import type { MakeSeries } from "@/lib/sessions/series/schema";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aProgramme, moment } from "@/tests/support/factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot, aSession } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;
let stranger: Actor;
beforeAll(async () => {
  stranger = await actorAs("COORDINATOR", { programmeId: (await aProgramme()).id });
});

const when = (row: { startsAt: Date; endsAt: Date }) =>
  `${romeDay(row.startsAt)} ${romeTime(row.startsAt)}-${romeTime(row.endsAt)}`;
const sessionsOf = (pilot: Pilot) =>
  db.session.findMany({
    where: { programmeId: pilot.programme.id },
    orderBy: { startsAt: "asc" },
    include: { agenda: { orderBy: { position: "asc" } }, bodies: true },
  });

async function aDraft(pilot: Pilot, facts: Parameters<typeof aSession>[1] = {}) {
  const draft = await aSession(pilot.programme.id, { title: "2ª sessione", ...facts });
  await db.session.update({ where: { id: draft.id }, data: { ordinal: 2, allBodies: false } });
  await db.sessionBody.create({ data: { sessionId: draft.id, organisationId: pilot.body.id } });
  await db.agendaItem.create({ data: { sessionId: draft.id, position: 0, title: "Criticità", minutes: 30 } });
  return draft;
}

const asked = (draft: { id: string }, fields: Partial<MakeSeries> = {}): MakeSeries => ({
  id: draft.id,
  version: 1,
  first: "2026-05-12",
  count: 3,
  every: 3,
  unit: "weeks",
  busyAnyway: false,
  ...fields,
});

describe("a series", () => {
  test("is the draft and others like it, numbered on, past a holiday, told once", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    const { rows } = await getSeriesPlan(pilot.coordinator, pilot.programme.slug, draft.id, asked(draft));
    await makeSeries(pilot.coordinator, asked(draft));
    const sessions = await sessionsOf(pilot);
    expect(sessions.map(when)).toEqual([
      "2026-05-12 10:30-12:30",
      "2026-06-03 10:30-12:30",
      "2026-06-23 10:30-12:30",
    ]);
    expect(sessions.map(when)).toEqual(rows.map(when));
    expect(sessions.map((one) => [one.title, one.ordinal, one.state])).toEqual([
      ["2ª sessione", 2, "DRAFT"],
      ["3ª sessione", 3, "DRAFT"],
      ["4ª sessione", 4, "DRAFT"],
    ]);
    expect(sessions[0]?.id).toBe(draft.id);
    expect(new Set(sessions.map((one) => one.seriesId)).size).toBe(1);
    for (const one of sessions) {
      expect(one.agenda).toMatchObject([{ title: "Criticità", minutes: 30 }]);
      expect(one.bodies).toMatchObject([{ organisationId: pilot.body.id }]);
      expect(one.vevent).toContain(
        `DTSTART;TZID=Europe/Rome:${romeDay(one.startsAt).replaceAll("-", "")}T1030`,
      );
    }
    const events = await db.event.findMany({ where: { subjectId: draft.id } });
    expect(events).toMatchObject([{ kind: "sessions.seriesMade", data: { count: 3 } }]);
  });

  test("keeps the time of day on both sides of the change of the clocks", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    await makeSeries(pilot.coordinator, asked(draft, { first: "2026-10-20", every: 1, count: 2 }));
    const sessions = await sessionsOf(pilot);
    expect(sessions.map((one) => one.startsAt.toISOString())).toEqual([
      "2026-10-20T08:30:00.000Z",
      "2026-10-27T09:30:00.000Z",
    ]);
  });

  test("is refused where it meets another session of the programme or itself", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    await aSession(pilot.programme.id, { title: "Già lì", startsAt: new Date("2026-06-23T09:00:00Z") });
    expect(await refusal(makeSeries(pilot.coordinator, asked(draft)))).toMatchObject({
      code: "planning.overlapsOwn",
      params: { title: "Già lì", at: new Date("2026-06-23T08:30:00Z") },
    });
    const long = await aDraft(pilot, { endsAt: new Date("2026-04-02T10:00:00Z") });
    const { rows } = await getSeriesPlan(pilot.coordinator, pilot.programme.slug, draft.id, asked(draft));
    expect(rows.map((row) => row.overlaps)).toEqual([null, null, "Già lì"]);
    expect(
      await db.session.count({ where: { programmeId: pilot.programme.id, seriesId: { not: null } } }),
    ).toBe(0);
    expect(long.id).not.toBe(draft.id);
  });

  test("warns of people's sessions elsewhere, and is made when it is to be so", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    await aSession((await aProgramme()).id, {
      state: "CONVENED",
      startsAt: new Date("2026-05-12T08:00:00Z"),
      invitedIds: [pilot.staff.personId, pilot.referent.personId],
    });
    expect(await refusal(makeSeries(pilot.coordinator, asked(draft)))).toMatchObject({
      code: "planning.seriesBusy",
      params: { count: 2 },
    });
    await makeSeries(pilot.coordinator, asked(draft, { busyAnyway: true }));
    expect(await sessionsOf(pilot)).toHaveLength(3);
  });

  test("of a draft that changed since it was shown is none", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    expect((await refusal(makeSeries(pilot.coordinator, asked(draft, { version: 7 }))))?.code).toBe("stale");
    expect(await sessionsOf(pilot)).toHaveLength(1);
  });

  test("made twice at once is one; of a convened session or one of a series it is none", async () => {
    const pilot = await aPilot();
    const draft = await aDraft(pilot);
    const results = await Promise.allSettled([1, 2].map(() => makeSeries(pilot.coordinator, asked(draft))));
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect(await sessionsOf(pilot)).toHaveLength(3);
    expect((await refusal(makeSeries(pilot.coordinator, asked(draft, { version: 2 }))))?.code).toBe(
      "planning.alreadySeries",
    );
    const convened = await aSession(pilot.programme.id, { state: "CONVENED" });
    expect((await refusal(makeSeries(pilot.coordinator, asked(convened))))?.code).toBe("planning.onlyDrafts");
  });

  describe("is made", () => {
    let pilot: Pilot;
    let draft: { id: string };
    beforeAll(async () => {
      pilot = await aPilot();
      draft = await aDraft(pilot);
    });
    denied("makeSeries", "by an expert", () => makeSeries(pilot.expert, asked(draft)));
    denied("makeSeries", "by staff, for whom the draft does not exist", () =>
      makeSeries(pilot.staff, asked(draft)),
    );
    denied("makeSeries", "by the coordinator of another programme", () => makeSeries(stranger, asked(draft)));
  });
});

describe("the template of a pilot", () => {
  const from = (pilot: Pilot, start = "2026-01-12") => ({
    programme: pilot.programme.slug,
    start,
    time: "10:30",
  });

  test("puts five drafts into the schedule, numbered, with their points", async () => {
    const pilot = await aPilot();
    const { rows, rule } = await getTemplatePlan(pilot.coordinator, pilot.programme.slug, from(pilot));
    expect(rule.version).toBe(1);
    await applyTemplate(pilot.coordinator, from(pilot));
    const sessions = await sessionsOf(pilot);
    expect(sessions.map((one) => [romeDay(one.startsAt), one.kind, one.ordinal, one.title])).toEqual([
      ["2026-01-12", "KICK_OFF", null, "Incontro di avvio"],
      ["2026-03-10", "ASSISTANCE", 1, "1ª sessione di assistenza tecnica"],
      ["2026-03-31", "ASSISTANCE", 2, "2ª sessione di assistenza tecnica"],
      ["2026-04-14", "ASSISTANCE", 3, "3ª sessione di assistenza tecnica"],
      ["2026-04-28", "CLOSING", null, "Incontro di chiusura"],
    ]);
    expect(sessions.map(when)).toEqual(rows.map(when));
    expect(sessions[1]?.agenda.map((point) => point.title)).toEqual(
      expect.arrayContaining([
        "Criticità emerse e come risolverle",
        "Supporto tecnico sull’applicazione del modello",
        "Verifica del rispetto della tempistica",
      ]),
    );
    for (const one of sessions) {
      expect(one).toMatchObject({ state: "DRAFT", announcedMinutes: 180, announcedNote: "circa 3 ore" });
      expect(one.agenda.reduce((sum, point) => sum + (point.minutes ?? 0), 0)).toBeLessThanOrEqual(120);
    }
    const [event] = await db.event.findMany({
      where: { kind: "sessions.templateApplied", programmeId: pilot.programme.id },
    });
    expect(event?.data).toEqual({ rule: 1, count: 5 });
  });

  test("twice at once meets itself; later in the year it numbers on", async () => {
    const pilot = await aPilot();
    const results = await Promise.allSettled([1, 2].map(() => applyTemplate(pilot.coordinator, from(pilot))));
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    expect((await refusal(applyTemplate(pilot.coordinator, from(pilot))))?.code).toBe("planning.overlapsOwn");
    await applyTemplate(pilot.coordinator, from(pilot, "2026-07-06"));
    const numbers = await db.session.findMany({
      where: { programmeId: pilot.programme.id, kind: "ASSISTANCE" },
      orderBy: { startsAt: "asc" },
      select: { ordinal: true },
    });
    expect(numbers.map((one) => one.ordinal)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("is refused where a session would end after midnight", async () => {
    const pilot = await aPilot();
    const late = applyTemplate(pilot.coordinator, { ...from(pilot), time: "22:30" });
    expect(await refusal(late)).toMatchObject({ code: "planning.afterMidnight", field: "time" });
  });

  describe("is applied", () => {
    let pilot: Pilot;
    beforeAll(async () => {
      pilot = await aPilot();
    });
    denied("applyTemplate", "by the manager", () => applyTemplate(pilot.manager, from(pilot)));
    denied("applyTemplate", "by an expert", () => applyTemplate(pilot.expert, from(pilot)));
    denied("applyTemplate", "by a visitor", () => applyTemplate(visitorActor(moment), from(pilot)));
    denied("applyTemplate", "by the coordinator of another programme", () =>
      applyTemplate(stranger, from(pilot)),
    );
  });
});

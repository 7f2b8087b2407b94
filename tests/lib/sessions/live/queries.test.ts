import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { tickPresence } from "@/lib/sessions/attendance/mutations";
import { findLiveMark } from "@/lib/sessions/live/mark/queries";
import { endPoint, startPoint } from "@/lib/sessions/live/mutations";
import { getLive } from "@/lib/sessions/live/queries";
import { keepNotesSchema } from "@/lib/sessions/live/schema";
import { keepNotes } from "@/lib/sessions/live/writing/mutations";
import { findNotes } from "@/lib/sessions/live/writing/queries";
import { closeSession } from "@/lib/sessions/record/mutations";
import { getSession } from "@/lib/sessions/view/queries";
import { actorWithoutRole, later } from "@/tests/support/actors";
import { moment } from "@/tests/support/factories";
import { aLiveSession, inMinutes } from "@/tests/support/live-factories";
import { aPilot, aSession } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let running: Awaited<ReturnType<typeof aLiveSession>>;

beforeAll(async () => {
  pilot = await aPilot();
  running = await aLiveSession(pilot);
  const { id, items } = running;
  await startPoint(pilot.coordinator, { id, item: items[0] });
  await startPoint(later(pilot.coordinator, inMinutes(12)), { id, item: items[1] });
  await keepNotes(pilot.expert, keepNotesSchema.parse({ id, item: items[0], version: 1, text: "Riservato" }));
  const joined = { sessionId: id, role: "ATTENDEE" as const, source: "AREA" as const };
  await db.sessionJoin.createMany({
    data: [
      { ...joined, personId: pilot.staff.personId, organisationId: pilot.body.id, joinedAt: moment },
      // Of the day on which the session was to be at first.
      { ...joined, personId: pilot.referent.personId, joinedAt: new Date("2026-03-20T09:00:00Z") },
    ],
  });
});

const at = (minutes: number) => ({
  slug: pilot.programme.slug,
  id: running.id,
  now: inMinutes(minutes),
});

describe("the page of the day", () => {
  test("shows who runs it the points with their times, what is written and what may be done", async () => {
    const view = await getLive(later(pilot.expert, at(22).now), at(22));
    expect(view.points.map(({ title, time, written }) => [title, time.state, written?.markdown])).toEqual([
      ["Criticità emerse", "done", "Riservato"],
      ["Verifica della tempistica", "running", ""],
      ["Varie", "waiting", ""],
    ]);
    expect(view.points[0]?.written).toMatchObject({ version: 2, who: "Ada Ginestrelli" });
    expect(view.points[2]?.written).toMatchObject({ version: 1, at: null, who: null });
    expect([view.running?.title, view.next?.title]).toEqual(["Verifica della tempistica", "Varie"]);
    expect(view.pace).toEqual({ plannedMinutes: 30, actualMinutes: 22, behindMinutes: 32 });
    expect(view.may).toEqual({ run: true, start: true, write: true, tick: false, manage: false });
    expect(view.owners.map((one) => one.id)).toContain(pilot.staff.personId);
  });

  test("keeps the forms of a point that has just ended, of the one that goes on and of the one that was opened", async () => {
    const open = async (minutes: number, item?: string) => {
      const view = await getLive(later(pilot.expert, inMinutes(minutes)), { ...at(0), item });
      return view.points.map((point) => point.isOpen);
    };
    expect(await open(20)).toEqual([true, true, false]);
    expect(await open(23)).toEqual([false, true, false]);
    expect(await open(23, running.items[2])).toEqual([false, true, true]);
  });

  test("shows the other members the agenda and who is here, and nothing that is written", async () => {
    for (const actor of [pilot.staff, pilot.referent, pilot.observer]) {
      const view = await getLive(later(actor, at(15).now), at(15));
      expect(view.running?.title).toBe("Verifica della tempistica");
      expect(view.points.every((point) => point.written === null)).toBe(true);
      expect([view.opening, view.minutesState, view.owners]).toEqual([null, null, []]);
      expect(view.may).toEqual({ run: false, start: false, write: false, tick: false, manage: false });
      const people = view.bodies?.flatMap((body) => body.people) ?? [];
      expect(people.map((one) => [one.personId, one.presence, one.since])).toEqual([
        [pilot.staff.personId, "here", null],
        [pilot.referent.personId, "expected", null],
      ]);
    }
  });

  test("tells the moment of coming in to whoever leads the room alone", async () => {
    const view = await getLive(later(pilot.coordinator, at(15).now), at(15));
    expect(view.bodies?.[0]?.people[0]).toMatchObject({ since: moment });
    expect(view.may.tick).toBe(true);
  });

  test("shows the promoter's manager the agenda, without people", async () => {
    const view = await getLive(later(pilot.manager, at(15).now), at(15));
    expect([view.bodies, view.running?.title]).toEqual([null, "Verifica della tempistica"]);
  });

  test("is not there for others, nor for a draft that is not one's own", async () => {
    const draft = await aSession(pilot.programme.id);
    const of = (id: string) => ({ slug: pilot.programme.slug, id });
    await expect(getLive(await actorWithoutRole(), of(running.id))).rejects.toBeInstanceOf(NotFoundError);
    await expect(getLive(visitorActor(moment), of(running.id))).rejects.toBeInstanceOf(NotFoundError);
    await expect(getLive(pilot.staff, of(draft.id))).rejects.toBeInstanceOf(NotFoundError);
    await expect(getLive(pilot.coordinator, of("nessuno"))).rejects.toBeInstanceOf(NotFoundError);
    expect((await getLive(pilot.coordinator, of(draft.id))).phase).toBe("off");
  });
});

test("notes are read one by one by who writes them alone", async () => {
  await expect(findNotes(pilot.staff, running.id, running.items[0])).rejects.toBeInstanceOf(ForbiddenError);
  await expect(findNotes(visitorActor(moment), running.id, "opening")).rejects.toBeInstanceOf(NotFoundError);
  const bare = await aLiveSession(pilot);
  expect(await findNotes(pilot.expert, bare.id, bare.items[0])).toBeNull();
});

test("the mark changes with points, notes, people and ticks, and with nothing else", async () => {
  const { id, items } = await aLiveSession(pilot);
  const mark = () => findLiveMark(pilot.staff, id);
  const seen = [await mark()];
  expect(await mark()).toBe(seen[0]);
  const acts = [
    () => startPoint(pilot.coordinator, { id, item: items[0] }),
    () => endPoint(pilot.coordinator, { id, item: items[0] }),
    () => keepNotes(pilot.expert, keepNotesSchema.parse({ id, item: items[0], version: 1, text: "x" })),
    () => tickPresence(pilot.coordinator, { id, person: pilot.staff.personId, here: "yes" }),
    () =>
      db.sessionJoin.create({
        data: {
          sessionId: id,
          personId: pilot.staff.personId,
          role: "ATTENDEE",
          source: "AREA",
          joinedAt: moment,
        },
      }),
    () => db.sessionJoin.updateMany({ where: { sessionId: id }, data: { leftAt: moment } }),
  ];
  for (const act of acts) {
    await act();
    seen.push(await mark());
  }
  expect(new Set(seen).size).toBe(acts.length + 1);
  await expect(findLiveMark(await actorWithoutRole(), id)).rejects.toBeInstanceOf(NotFoundError);
});

test("the session's page leads to it on the day, and shows afterwards what each point took", async () => {
  const { slug } = pilot.programme;
  const { id, items, version } = await aLiveSession(pilot);
  await startPoint(pilot.coordinator, { id, item: items[0] });
  await endPoint(later(pilot.coordinator, inMinutes(14)), { id, item: items[0] });
  const onTheDay = await getSession(pilot.expert, slug, id);
  expect([onTheDay.live, onTheDay.spent]).toEqual(["run", null]);
  expect((await getSession(pilot.staff, slug, id)).live).toBe("follow");
  await closeSession(later(pilot.coordinator, inMinutes(120)), { id, version, attendance: {} });
  const closed = await getSession(pilot.staff, slug, id);
  expect([closed.live, closed.spent]).toEqual([null, [14, null, null]]);
});

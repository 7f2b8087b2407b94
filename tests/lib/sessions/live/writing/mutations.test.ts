import { beforeAll, describe, expect, test } from "vitest";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { StaleError } from "@/lib/platform/errors";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { addTaskSchema, type KeepNotes, keepNotesSchema } from "@/lib/sessions/live/schema";
import { addDecision, addTask, keepNotes } from "@/lib/sessions/live/writing/mutations";
import { findNotes } from "@/lib/sessions/live/writing/queries";
import { listOpenTasks } from "@/lib/sessions/minutes/follow/queries";
import { actorFor, later } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { kindsOf } from "@/tests/support/events";
import { aPerson, moment } from "@/tests/support/factories";
import { aDeputy, aLiveSession, inMinutes } from "@/tests/support/live-factories";
import { pointsOf, proposedMinutes, stateOf } from "@/tests/support/minutes-factories";
import { refusal } from "@/tests/support/refusal";
import { aPilot } from "@/tests/support/session-factories";

const notes = (id: string, item: string, text: string, more: Partial<KeepNotes> = {}) =>
  keepNotesSchema.parse({ id, item, version: 1, text, ...more });
const key = () => freshIdentifier(moment);

let pilot: Awaited<ReturnType<typeof aPilot>>;
let running: Awaited<ReturnType<typeof aLiveSession>>;
let other: Awaited<ReturnType<typeof aLiveSession>>;

beforeAll(async () => {
  pilot = await aPilot();
  running = await aLiveSession(pilot);
  other = await aLiveSession(pilot);
});

describe("notes", () => {
  test("begin the minutes, and are the text of their point there", async () => {
    const { id, items } = await aLiveSession(pilot);
    const kept = await keepNotes(pilot.expert, notes(id, items[1], "Nei **tempi**."));
    expect(kept).toMatchObject({ version: 2, at: moment, item: items[1] });
    expect((await pointsOf(id)).map((one) => [one.title, one.markdown, one.version])).toEqual([
      ["", "", 1],
      ["Criticità emerse", "", 1],
      ["Verifica della tempistica", "Nei **tempi**.", 2],
      ["Varie", "", 1],
    ]);
    expect((await pointsOf(id))[2]?.html).toContain("<strong>tempi</strong>");
    expect((await stateOf(id)).text).toBe("## Verifica della tempistica\n\nNei **tempi**.");
    expect(await kindsOf(id)).toEqual(["sessions.minutesBegun", "sessions.minutesWritten"]);
    await keepNotes(pilot.expert, notes(id, "opening", "Sono presenti tutti."));
    expect((await stateOf(id)).text).toMatch(/^Sono presenti tutti\./);
  });

  test("of a point that came into the agenda later find their place", async () => {
    const { id, items } = await aLiveSession(pilot);
    await keepNotes(pilot.expert, notes(id, items[0], "Uno"));
    const late = await db.agendaItem.create({
      data: { sessionId: id, position: 3, title: "Aggiunto" },
      select: { id: true },
    });
    await keepNotes(pilot.expert, notes(id, late.id, "Due"));
    expect((await pointsOf(id)).at(-1)).toMatchObject({ title: "Aggiunto", markdown: "Due" });
  });

  test("two who write at once over one version: one is kept, the other is told and has the other's text", async () => {
    const { id, items } = await aLiveSession(pilot);
    const texts = { coordinator: "Della coordinatrice", expert: "Dell’esperto" } as const;
    const results = await Promise.allSettled([
      keepNotes(pilot.coordinator, notes(id, items[0], texts.coordinator)),
      keepNotes(pilot.expert, notes(id, items[0], texts.expert)),
    ]);
    expect(results.map((one) => one.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const winner = results[0]?.status === "fulfilled" ? "coordinator" : "expert";
    const lost = results.find((one) => one.status === "rejected");
    expect(lost?.status === "rejected" && lost.reason).toBeInstanceOf(StaleError);
    expect(await findNotes(pilot.expert, id, items[0])).toMatchObject({
      markdown: texts[winner],
      version: 2,
      at: moment,
    });
  });

  test("over an old version are refused with who was first and when; below what is there they are kept", async () => {
    const { id, items } = await aLiveSession(pilot);
    const first = later(pilot.coordinator, inMinutes(3));
    await keepNotes(first, notes(id, items[0], "Prima"));
    const stale = await refusal(keepNotes(pilot.expert, notes(id, items[0], "Dopo")));
    expect(stale).toBeInstanceOf(StaleError);
    expect(stale?.params).toMatchObject({ who: "Ada Ginestrelli", at: first.at });
    await keepNotes(pilot.expert, notes(id, items[0], "Dopo", { version: 2, how: "below" }));
    expect(await findNotes(pilot.expert, id, items[0])).toMatchObject({
      markdown: "Prima\n\nDopo",
      version: 3,
    });
    // The answer was lost, the form is sent again: it is not put below a second time.
    const again = notes(id, items[0], "Dopo", { version: 2, how: "below" });
    expect(await refusal(keepNotes(pilot.expert, again))).toBeInstanceOf(StaleError);
  });

  test("sent again with the same text change nothing, whatever their version", async () => {
    const { id, items } = await aLiveSession(pilot);
    await keepNotes(pilot.expert, notes(id, items[0], "Uguale"));
    const again = await keepNotes(later(pilot.coordinator, inMinutes(1)), notes(id, items[0], "Uguale"));
    expect(again).toMatchObject({ version: 2, at: moment });
    expect(await kindsOf(id)).toEqual(["sessions.minutesBegun", "sessions.minutesWritten"]);
  });

  test("of one person in one go are one line of the log; another's, and those after a pause, another", async () => {
    const { id, items } = await aLiveSession(pilot);
    const write = (actor: typeof pilot.expert, minutes: number, version: number) =>
      keepNotes(later(actor, inMinutes(minutes)), notes(id, items[0], `Testo ${version}`, { version }));
    await write(pilot.expert, 0, 1);
    await write(pilot.expert, 1, 2);
    await write(pilot.expert, 9, 3);
    await write(pilot.coordinator, 10, 4);
    await write(pilot.expert, 11, 5);
    await write(pilot.expert, 25, 6);
    const events = await db.event.findMany({
      where: { subjectId: id, kind: "sessions.minutesWritten" },
      orderBy: { seq: "asc" },
    });
    expect(events.map((one) => one.occurredAt)).toEqual([0, 10, 11, 25].map(inMinutes));
  });

  test("are refused before the session has begun, once the minutes are proposed, and when they are too long", async () => {
    const toCome = await aLiveSession(pilot, { startsAt: inMinutes(60) });
    const early = keepNotes(pilot.expert, notes(toCome.id, toCome.items[0], "x"));
    expect((await refusal(early))?.code).toBe("minutes.notHeld");
    const proposed = await proposedMinutes(pilot);
    const late = keepNotes(pilot.expert, notes(proposed.id, "opening", "x"));
    expect(await refusal(late)).toMatchObject({ code: "minutes.locked", params: { state: "PROPOSED" } });
    const long = keepNotesSchema.safeParse({
      id: toCome.id,
      item: "opening",
      version: "1",
      text: "x".repeat(100_001),
    });
    expect(long.error?.issues.map((one) => [one.path.join("."), one.message])).toEqual([["text", "tooLong"]]);
    const { id, items } = await aLiveSession(pilot);
    await keepNotes(pilot.expert, notes(id, items[0], "x".repeat(60_000)));
    const below = notes(id, items[0], "y".repeat(60_000), { version: 2, how: "below" });
    expect(await refusal(keepNotes(pilot.expert, below))).toMatchObject({ code: "tooLong", field: "text" });
  });

  test("are still kept after the closing, so that nothing typed until then is lost", async () => {
    const { id, items } = await aLiveSession(pilot, { state: "CLOSED" });
    await keepNotes(pilot.expert, notes(id, items[0], "All’ultimo"));
    expect((await stateOf(id)).text).toContain("All’ultimo");
  });

  test("are written by the deputy too", async () => {
    const { id, items } = await aLiveSession(pilot);
    const deputy = await aDeputy(pilot, id);
    const inBody = { programmeId: pilot.programme.id, organisationId: pilot.body.id };
    const actor = actorFor(deputy, [{ role: "REFERENT", ...inBody }]);
    await keepNotes(actor, notes(id, items[0], "Del supplente"));
    expect(await findNotes(actor, id, items[0])).toMatchObject({ who: "Ada Supplente" });
  });
});

describe("a quick decision and a quick task", () => {
  test("go under their point, once however often they are sent, and the task to its owner's first page", async () => {
    const { id, items } = await aLiveSession(pilot);
    const decision = { id, item: items[0], key: key(), text: "Si proroga." };
    const task = addTaskSchema.parse({
      id,
      item: items[0],
      key: key(),
      text: "Scrivere la nota",
      owner: pilot.staff.personId,
      due: "2026-03-31",
    });
    await Promise.all([addDecision(pilot.expert, decision), addDecision(pilot.expert, decision)]);
    await addTask(pilot.coordinator, task);
    await addTask(pilot.coordinator, task);
    expect((await stateOf(id)).text).toBe("## Criticità emerse\n\n1. Si proroga.\n\n- Scrivere la nota");
    expect(await kindsOf(id)).toEqual([
      "sessions.minutesBegun",
      "sessions.minutesWritten",
      "sessions.minutesWritten",
    ]);
    const open = await listOpenTasks(pilot.staff, 100);
    expect(open.filter((one) => one.id === task.key)).toMatchObject([{ text: "Scrivere la nota" }]);
  });

  test("leave the notes under them at their version: nobody who types is disturbed", async () => {
    const { id, items } = await aLiveSession(pilot);
    await keepNotes(pilot.expert, notes(id, items[0], "Uno"));
    await addDecision(pilot.coordinator, { id, item: items[0], key: key(), text: "Si proroga." });
    await keepNotes(pilot.expert, notes(id, items[0], "Uno e due", { version: 2 }));
    expect((await stateOf(id)).text).toContain("Uno e due\n\n1. Si proroga.");
  });

  test("sent again with another text under one identifier are refused", async () => {
    const { id, items } = await aLiveSession(pilot);
    const row = { id, item: items[0], key: key(), text: "Una" };
    await addDecision(pilot.expert, row);
    const changed = await refusal(addDecision(pilot.expert, { ...row, text: "Altra" }));
    expect(changed?.code).toBe("minutes.alreadyAdded");
    const elsewhere = addDecision(pilot.expert, { ...row, id: other.id, item: other.items[0] });
    expect((await refusal(elsewhere))?.code).toBe("minutes.alreadyAdded");
  });

  test("a task needs a person of the programme and a day not before the session", async () => {
    const { id, items } = await aLiveSession(pilot);
    const add = (owner: string, due: string) =>
      refusal(addTask(pilot.expert, { id, item: items[0], key: key(), text: "Nota", owner, due }));
    expect(await add((await aPerson()).id, "2026-03-31")).toMatchObject({
      code: "minutes.taskStranger",
      field: "owner",
    });
    expect(await add(pilot.staff.personId, "2026-03-22")).toMatchObject({
      code: "minutes.taskBeforeSession",
      field: "due",
    });
    const parsed = addTaskSchema.safeParse({ id, item: items[0], key: key() });
    expect(parsed.error?.issues.map((one) => [one.path.join("."), one.message])).toEqual([
      ["text", "required"],
      ["owner", "minutes.taskOwner"],
      ["due", "minutes.taskDue"],
    ]);
  });
});

const here = () => ({ id: running.id, item: running.items[0] });
const elsewhere = () => ({ id: running.id, item: other.items[0] });
const aTask = () => ({ key: key(), text: "x", owner: pilot.staff.personId, due: "2026-03-31" });
denied("keepNotes", "to staff", () => keepNotes(pilot.staff, notes(running.id, running.items[0], "x")));
denied("keepNotes", "to the observer", () =>
  keepNotes(pilot.observer, notes(running.id, running.items[0], "x")),
);
denied("keepNotes", "to an expert who left the programme", () =>
  keepNotes(actorFor(pilot.expert.personId), notes(running.id, running.items[0], "x")),
);
denied("keepNotes", "to a visitor", () =>
  keepNotes(visitorActor(moment), notes(running.id, running.items[0], "x")),
);
denied("keepNotes", "for a point of another session", () =>
  keepNotes(pilot.expert, notes(running.id, other.items[0], "x")),
);
denied("keepNotes", "below the notes of somebody else's session", () =>
  keepNotes(pilot.staff, notes(running.id, running.items[0], "x", { how: "below" })),
);
denied("addDecision", "to a referent", () =>
  addDecision(pilot.referent, { ...here(), key: key(), text: "x" }),
);
denied("addDecision", "for a point of another session", () =>
  addDecision(pilot.coordinator, { ...elsewhere(), key: key(), text: "x" }),
);
denied("addTask", "to staff, also for oneself", () => addTask(pilot.staff, { ...here(), ...aTask() }));
denied("addTask", "for a point of another session", () =>
  addTask(pilot.coordinator, { ...elsewhere(), ...aTask() }),
);

import { beforeAll, describe, expect, test } from "vitest";
import { assignThread } from "@/lib/forum/assignments/mutations";
import { countQueues, findAssigning, getQueue, listAssignedToMe } from "@/lib/forum/assignments/queries";
import { getForum, listThreads } from "@/lib/forum/queries";
import { getThread } from "@/lib/forum/reading/queries";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const day = 86_400_000;
const daysBefore = (days: number) => new Date(moment.getTime() - days * day);
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);
const later = (actor: Actor, days: number): Actor => ({
  ...actor,
  at: new Date(moment.getTime() + days * day),
});

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };

async function aQuestion(title: string, daysAgo: number, facts: Parameters<typeof aThread>[1] = {}) {
  const thread = await aThread(category.id, { title, authors: [pilot.referent.personId], ...facts });
  await db.thread.update({ where: { id: thread.id }, data: { createdAt: daysBefore(daysAgo) } });
  return thread;
}

let first: { id: string };
let second: { id: string };
let answered: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id, { isPublic: true, title: "Domande" });
  first = await aQuestion("Dieci giorni", 10);
  second = await aQuestion("Cinque giorni", 5);
  await aQuestion("Due giorni", 2);
  await aQuestion("Chiusa", 20, { lockedAt: moment });
  await aQuestion("Nascosta", 20, { hiddenAt: moment });
  answered = await aQuestion("Con risposte", 20, {
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.staff.personId],
  });
  const { coordinator, expert } = pilot;
  const assigneeId = expert.personId;
  await assignThread(coordinator, { threadId: second.id, assigneeId, dueOn: "2026-03-26" });
  await assignThread(coordinator, { threadId: answered.id, assigneeId, dueOn: "2026-03-24" });
});

describe("the queue of a programme", () => {
  const queueOf = (actor: Actor, given: Parameters<typeof getQueue>[2] = {}) =>
    getQueue(actor, pilot.programme.slug, given);

  test("holds questions that nobody has answered for three days, the oldest first", async () => {
    const queue = await queueOf(pilot.coordinator);
    expect(queue).toMatchObject({ days: 3, usualDays: 3, late: [] });
    expect(queue.next).toBeUndefined();
    expect(queue.rows).toMatchObject([
      { title: "Dieci giorni", category: "Domande", author: "Ada Ginestrelli", assignment: null },
      { title: "Cinque giorni", assignment: { assigneeId: pilot.expert.personId } },
    ]);
    expect(queue.facts.dueOn).toBe("2026-03-30");
    expect(queue.facts.people.map(({ id, role }) => [id, role])).toEqual(
      expect.arrayContaining([
        [pilot.expert.personId, "EXPERT"],
        [pilot.coordinator.personId, "COORDINATOR"],
      ]),
    );
    expect(queue.facts.people).toHaveLength(2);
  });

  test("goes by the days that are asked for, page by page", async () => {
    const all = await queueOf(pilot.coordinator, { days: 0, size: 2 });
    expect(titles(all.rows)).toEqual(["Dieci giorni", "Cinque giorni"]);
    const rest = await queueOf(pilot.coordinator, { days: 0, size: 2, after: readCursor(all.next) });
    expect(titles(rest.rows)).toEqual(["Due giorni"]);
    expect(rest.next).toBeUndefined();
    expect(titles((await queueOf(pilot.coordinator, { days: 7 })).rows)).toEqual(["Dieci giorni"]);
  });

  test("takes its days from the rules", async () => {
    const rules = await db.ruleSet.create({
      data: {
        kind: "forum.answerTerm",
        version: 1,
        validFrom: new Date("2026-03-01T00:00:00Z"),
        validTo: new Date("2026-04-01T00:00:00Z"),
        content: { workingDays: 2, waitingDays: 8 },
        source: "prova",
      },
      select: { id: true },
    });
    const queue = await queueOf(pilot.coordinator);
    await db.ruleSet.delete({ where: { id: rules.id } });
    expect(queue.usualDays).toBe(8);
    expect(titles(queue.rows)).toEqual(["Dieci giorni"]);
    expect(queue.facts.dueOn).toBe("2026-03-25");
  });

  test("tells what is late before the others, and once", async () => {
    const queue = await queueOf(later(pilot.coordinator, 4), { days: 5 });
    expect(titles(queue.late)).toEqual(["Con risposte", "Cinque giorni"]);
    expect(titles(queue.rows)).toEqual(["Dieci giorni", "Due giorni"]);
  });

  test("is for coordinators alone", async () => {
    for (const actor of [pilot.expert, pilot.referent, pilot.observer, visitorActor(moment)])
      await expect(queueOf(actor)).rejects.toThrow(ForbiddenError);
    await expect(queueOf((await aPilot()).coordinator)).rejects.toThrow(ForbiddenError);
  });

  test("is counted for who coordinates", async () => {
    const { slug } = pilot.programme;
    expect(await countQueues(pilot.coordinator)).toMatchObject([{ slug, questions: 2, late: 0 }]);
    expect(await countQueues(later(pilot.coordinator, 2))).toMatchObject([{ slug, questions: 3, late: 1 }]);
    expect(await countQueues(pilot.expert)).toEqual([]);
    expect(await countQueues((await aPilot()).coordinator)).toEqual([]);
  });
});

describe("what is assigned to somebody", () => {
  test("is listed over all programmes, the most urgent first, while it can be answered", async () => {
    expect(await listAssignedToMe(pilot.expert, 10)).toMatchObject([
      { id: answered.id, slug: pilot.programme.slug },
      { id: second.id },
    ]);
    expect(await listAssignedToMe(pilot.coordinator, 10)).toEqual([]);
    await db.thread.update({ where: { id: second.id }, data: { lockedAt: moment } });
    expect(await listAssignedToMe(pilot.expert, 10)).toHaveLength(1);
    await db.thread.update({ where: { id: second.id }, data: { lockedAt: null } });
  });

  test("is a filter of the lists, which name whoever answers to the programme's people alone", async () => {
    const forum = await getForum(pilot.expert, pilot.programme.slug);
    const mine = await listThreads(pilot.expert, forum, { whose: "assigned" });
    expect(titles(mine.rows).sort()).toEqual(["Cinque giorni", "Con risposte"]);
    expect(mine.rows[0]).toMatchObject({ assignee: "Ada Ginestrelli" });
    const staff = await getForum(pilot.staff, pilot.programme.slug);
    expect((await listThreads(pilot.staff, staff, { whose: "assigned" })).rows).toEqual([]);
    const seen = (await listThreads(pilot.staff, staff)).rows.find(({ id }) => id === second.id);
    expect(seen?.dueAt).toEqual(new Date("2026-03-26T22:59:59Z"));
    for (const outside of [visitorActor(moment), (await aPilot()).coordinator]) {
      const open = await listThreads(outside, await getForum(outside, pilot.programme.slug));
      expect(open.rows.find(({ id }) => id === second.id)).toMatchObject({ assignee: null, dueAt: null });
    }
  });

  test("is told on the thread's page, with the form for who coordinates, without who asked", async () => {
    const on = async (actor: Actor, id: string) => {
      const thread = await getThread(actor, id);
      return { current: thread.assignment, facts: await findAssigning(actor, thread) };
    };
    expect(await on(pilot.referent, second.id)).toMatchObject({
      current: { assigneeId: pilot.expert.personId, dueAt: new Date("2026-03-26T22:59:59Z") },
      facts: null,
    });
    const shown = await on(pilot.coordinator, first.id);
    expect(shown).toMatchObject({ current: null, facts: { dueOn: "2026-03-30" } });
    const own = await aQuestion("Sua", 1, { authors: [pilot.expert.personId] });
    const people = (await on(pilot.coordinator, own.id)).facts?.people ?? [];
    expect(people.map(({ id }) => id)).toEqual([pilot.coordinator.personId]);
    const solved = await aQuestion("Risolta", 1, { state: "SOLVED" });
    expect((await on(pilot.coordinator, solved.id)).facts).toBeNull();
    const nothing = { current: null, facts: null };
    expect(await on(visitorActor(moment), second.id)).toEqual(nothing);
    expect(await on((await aPilot()).coordinator, second.id)).toEqual(nothing);
  });
});

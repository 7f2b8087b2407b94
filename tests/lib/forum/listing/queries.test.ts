import { beforeAll, describe, expect, test } from "vitest";
import { changeThread } from "@/lib/forum/moderation/mutations";
import { openThread, reply } from "@/lib/forum/posts/mutations";
import { getForum, listTakenPartIn, listThreads } from "@/lib/forum/queries";
import { getThread } from "@/lib/forum/reading/queries";
import type { ThreadFilters } from "@/lib/forum/schema";
import { watchThread } from "@/lib/forum/watching/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { readCursor } from "@/lib/platform/lists/cursor";
import { moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread, replyForm, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

const minutesBefore = (minutes: number) => new Date(moment.getTime() - minutes * 60_000);
const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);

let pilot: Pilot;
let category: { id: string };
let other: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id, { isPublic: true });
  other = await aCategory(pilot.programme.id);
  const { expert, staff } = pilot;
  await aThread(category.id, {
    title: "Sua, in evidenza",
    isPinned: true,
    authors: [expert.personId, null],
    lastPostAt: minutesBefore(50),
  });
  await aThread(other.id, {
    title: "Dove risponde",
    state: "ANSWERED",
    authors: [staff.personId, expert.personId],
    lastPostAt: minutesBefore(40),
  });
  await aThread(other.id, { title: "Di altri", authors: [staff.personId], lastPostAt: minutesBefore(30) });
  await aThread(category.id, {
    title: "Sua, nascosta",
    authors: [expert.personId],
    hiddenAt: moment,
    lastPostAt: minutesBefore(20),
  });
  await aThread(category.id, {
    title: "Sua, recente",
    authors: [expert.personId],
    lastPostAt: minutesBefore(10),
  });
});

async function listed(actor: Actor, filters: ThreadFilters, size = 30, after?: string) {
  const forum = await getForum(actor, pilot.programme.slug);
  return listThreads(actor, forum, filters, { size, after: readCursor(after) });
}

describe("a list of threads", () => {
  test("holds those in which one has written, page by page, pinned ones by their date", async () => {
    const whole = await listed(pilot.expert, { whose: "taking-part" });
    expect(whole).toMatchObject({ pinned: [], next: undefined });
    expect(titles(whole.rows)).toEqual(["Sua, recente", "Dove risponde", "Sua, in evidenza"]);
    const first = await listed(pilot.expert, { whose: "taking-part" }, 2);
    expect(titles(first.rows)).toEqual(["Sua, recente", "Dove risponde"]);
    const second = await listed(pilot.expert, { whose: "taking-part" }, 2, first.next);
    expect(titles(second.rows)).toEqual(["Sua, in evidenza"]);
    expect(second.next).toBeUndefined();
  });

  test("holds those that one has opened, page by page", async () => {
    const first = await listed(pilot.expert, { whose: "mine" }, 1);
    expect(titles(first.rows)).toEqual(["Sua, recente"]);
    const second = await listed(pilot.expert, { whose: "mine" }, 1, first.next);
    expect(titles(second.rows)).toEqual(["Sua, in evidenza"]);
    expect(second.next).toBeUndefined();
  });

  test("is narrowed by state and news besides", async () => {
    expect(titles((await listed(pilot.expert, { whose: "taking-part", state: "OPEN" })).rows)).toEqual([
      "Sua, recente",
      "Sua, in evidenza",
    ]);
    const news = await listed(pilot.staff, { whose: "taking-part", unread: "1" });
    expect(titles(news.rows)).toEqual(["Di altri", "Dove risponde"]);
    expect(titles((await listed(pilot.expert, { whose: "mine", unread: "1" })).rows)).toEqual([
      "Sua, recente",
      "Sua, in evidenza",
    ]);
  });

  test("of one's own is empty for who has written nothing, and nobody's for visitors", async () => {
    expect((await listed(pilot.observer, { whose: "taking-part" })).rows).toEqual([]);
    const open = await listed(visitorActor(moment), { whose: "mine" });
    expect(titles([...open.pinned, ...open.rows])).toEqual(["Sua, in evidenza", "Sua, recente"]);
  });
});

describe("who takes part", () => {
  test("is whoever has written, once, and follows the thread to another category and its latest post", async () => {
    const own = await aPilot();
    const [from, to] = [await aCategory(own.programme.id), await aCategory(own.programme.id)];
    const { threadId } = await openThread(own.staff, threadForm(from.id));
    await reply(own.expert, replyForm(threadId));
    await reply(own.expert, replyForm(threadId));
    const thread = { id: threadId, version: 1, title: "Altrove", categoryId: to.id };
    await changeThread(own.coordinator, thread);
    const rows = await db.threadParticipant.findMany({ where: { threadId } });
    expect(new Set(rows.map(({ personId }) => personId))).toEqual(
      new Set([own.staff.personId, own.expert.personId]),
    );
    const { lastPostAt } = await db.thread.findUniqueOrThrow({ where: { id: threadId } });
    for (const row of rows) expect(row).toMatchObject({ categoryId: to.id, lastPostAt });
    await db.person.delete({ where: { id: (await aStranger(threadId)).id } });
    expect(await db.threadParticipant.count({ where: { threadId } })).toBe(2);
  });
});

async function aStranger(threadId: string) {
  const person = await db.person.create({
    data: { email: "via@esempio.test", givenName: "Via", familyName: "Andata" },
    select: { id: true },
  });
  await aPost(threadId, 9, { authorId: person.id });
  return person;
}

describe("what one takes part in, in every programme", () => {
  test("comes with news first, then by date, page by page, without what one may no longer read", async () => {
    const own = await aPilot();
    const place = await aCategory(own.programme.id, { title: "Domande" });
    const me = own.expert.personId;
    for (const index of [1, 2, 3])
      await aThread(place.id, {
        title: `Letta ${index}`,
        authors: [null, me],
        lastPostAt: minutesBefore(index),
      });
    const fresh = await aThread(place.id, {
      title: "Nuova",
      authors: [me, null],
      lastPostAt: minutesBefore(9),
    });
    const muted = await aThread(place.id, {
      title: "Silenziata",
      authors: [me, null],
      lastPostAt: minutesBefore(8),
    });
    const elsewhere = await aCategory((await aPilot()).programme.id, { isPublic: true });
    await aThread(elsewhere.id, { title: "Di un altro programma", authors: [me] });
    for (const { id } of await db.thread.findMany({ where: { title: { startsWith: "Letta" } } }))
      await getThread(own.expert, id);
    await watchThread(own.expert, { id: muted.id, level: "MUTED" });

    const first = await listTakenPartIn(own.expert, { size: 2 });
    expect(first.news).toMatchObject([
      { id: fresh.id, slug: own.programme.slug, category: "Domande", unread: 2 },
    ]);
    expect(titles(first.rows)).toEqual(["Letta 1", "Letta 2"]);
    const second = await listTakenPartIn(own.expert, { size: 2, after: readCursor(first.next) });
    expect(second.news).toEqual([]);
    expect(titles(second.rows)).toEqual(["Letta 3", "Silenziata"]);
    const third = await listTakenPartIn(own.expert, { size: 2, after: readCursor(second.next) });
    expect(titles(third.rows)).toEqual(["Nuova"]);
    expect(third.next).toBeUndefined();
    expect(await listTakenPartIn(visitorActor(moment))).toEqual({ news: [], rows: [], next: undefined });
  });
});

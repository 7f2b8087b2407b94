import { beforeAll, describe, expect, test } from "vitest";
import { openThread, reply } from "@/lib/forum/posts/mutations";
import { countUnread, getForum, listThreads, listUnreadThreads } from "@/lib/forum/queries";
import { markAllRead } from "@/lib/forum/reading/mutations";
import { getThread } from "@/lib/forum/reading/queries";
import { watchCategory, watchThread } from "@/lib/forum/watching/mutations";
import { type Actor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { denied } from "@/tests/support/denied";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread, replyForm, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

type Pilot = Awaited<ReturnType<typeof aPilot>>;

let pilot: Pilot;
let category: { id: string };
let thread: { id: string };
beforeAll(async () => {
  pilot = await aPilot();
  // One that everybody reads: what is refused below is not refused because it cannot be seen.
  category = await aCategory(pilot.programme.id, { isPublic: true });
  thread = await aThread(category.id, { title: "Le schede", authors: [null, null] });
});

const listed = async (actor: Actor, of = pilot) => {
  const { rows } = await listThreads(actor, await getForum(actor, of.programme.slug));
  return rows.map(({ title, watch, unread }) => [title, watch, unread]);
};

describe("who chose nothing", () => {
  test("keeps count of what is new when working in the programme, and looks in as an observer", async () => {
    expect(await listed(pilot.staff)).toEqual([["Le schede", "TRACKING", 2]]);
    expect(await countUnread(pilot.staff)).toBe(1);
    expect(await listed(pilot.observer)).toEqual([["Le schede", "NORMAL", 2]]);
    expect(await countUnread(pilot.observer)).toBe(0);
    expect((await getThread(pilot.staff, thread.id)).watch).toEqual({ level: "TRACKING", by: "usual" });
    expect((await getThread(visitorActor(moment), thread.id)).watch).toBeNull();
  });

  test("follows what they write in, until they say otherwise", async () => {
    const own = await aPilot();
    const { id } = await aCategory(own.programme.id);
    const { threadId } = await openThread(own.expert, threadForm(id));
    expect((await getThread(own.expert, threadId)).watch).toMatchObject({ level: "WATCHING", by: "post" });
    await watchThread(own.expert, { id: threadId, level: "MUTED" });
    await reply(own.expert, replyForm(threadId));
    expect((await getThread(own.expert, threadId)).watch).toMatchObject({ level: "MUTED", by: "thread" });
    await watchThread(own.expert, { id: threadId, level: "USUAL" });
    expect((await getThread(own.expert, threadId)).watch).toMatchObject({ level: "TRACKING", by: "usual" });
    await reply(own.expert, replyForm(threadId));
    expect((await getThread(own.expert, threadId)).watch).toMatchObject({ level: "WATCHING", by: "post" });
  });
});

describe("a level", () => {
  test("of the category holds for its threads, and the thread's own goes before it", async () => {
    const own = await aPilot();
    const place = await aCategory(own.programme.id);
    const [first, second] = [
      await aThread(place.id, { title: "Prima", authors: [null] }),
      await aThread(place.id, { title: "Seconda", authors: [null, null], lastPostAt: moment }),
    ];
    await watchCategory(own.staff, { id: place.id, level: "MUTED" });
    expect(await listed(own.staff, own)).toEqual([
      ["Seconda", "MUTED", 0],
      ["Prima", "MUTED", 0],
    ]);
    expect(await countUnread(own.staff)).toBe(0);
    await watchThread(own.staff, { id: first.id, level: "WATCHING" });
    expect(await listed(own.staff, own)).toEqual([
      ["Seconda", "MUTED", 0],
      ["Prima", "WATCHING", 1],
    ]);
    expect((await listUnreadThreads(own.staff, 10)).map(({ title }) => title)).toEqual(["Prima"]);
    const forum = await getForum(own.staff, own.programme.slug);
    expect(forum.categories).toMatchObject([{ unread: 1, watch: "MUTED" }]);
    const { rows } = await listThreads(own.staff, forum, { unread: "1" });
    expect(rows.map(({ title }) => title)).toEqual(["Prima"]);
    expect((await getThread(own.staff, second.id)).watch).toMatchObject({ level: "MUTED", by: "category" });
    // Nobody else's count changed, and reading everything keeps what was chosen.
    expect(await countUnread(own.referent)).toBe(2);
    await markAllRead(own.staff, { programmeId: own.programme.id });
    expect((await getThread(own.staff, first.id)).watch).toMatchObject({ level: "WATCHING", by: "thread" });
    await watchCategory(own.staff, { id: place.id, level: "NORMAL" });
    await watchCategory(own.staff, { id: place.id, level: "USUAL" });
    expect(await db.categoryWatch.count({ where: { categoryId: place.id } })).toBe(0);
  });

  test("is given before anything was read, and nothing counts as read by it", async () => {
    const own = await aPilot();
    const { id } = await aThread((await aCategory(own.programme.id)).id, { authors: [null, null, null] });
    await watchThread(own.observer, { id, level: "TRACKING" });
    expect(await countUnread(own.observer)).toBe(1);
    expect(await listed(own.observer, own)).toMatchObject([["Come si fa?", "TRACKING", 3]]);
  });
});

denied("watchThread", "to a visitor", () =>
  watchThread(visitorActor(moment), { id: thread.id, level: "MUTED" }),
);
denied("watchThread", "to a manager who takes no part", () =>
  watchThread(pilot.manager, { id: thread.id, level: "MUTED" }),
);
denied("watchCategory", "to a visitor", () =>
  watchCategory(visitorActor(moment), { id: category.id, level: "WATCHING" }),
);
denied("watchCategory", "to a manager who takes no part", () =>
  watchCategory(pilot.manager, { id: category.id, level: "WATCHING" }),
);

import { beforeAll, describe, expect, test } from "vitest";
import { acceptAnswer, hidePost, hideThread, lockThread } from "@/lib/forum/moderation/mutations";
import { mergeThread, splitThread } from "@/lib/forum/moves/mutations";
import type { Choice } from "@/lib/forum/moves/schema";
import { editPost, reply } from "@/lib/forum/posts/mutations";
import { db } from "@/lib/platform/db";
import { NotFoundError, StaleError } from "@/lib/platform/errors";
import { atOnce } from "@/tests/support/at-once";
import { denied } from "@/tests/support/denied";
import { eventsOf } from "@/tests/support/events";
import { aCategory, aThread, replyForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let category: { id: string };
let other: { id: string };
let open: Awaited<ReturnType<typeof talk>>;
let openToo: Awaited<ReturnType<typeof talk>>;

beforeAll(async () => {
  pilot = await aPilot();
  category = await aCategory(pilot.programme.id);
  other = await aCategory(pilot.programme.id);
  // Everybody reads them: what is refused is refused for want of the right.
  const shown = await aCategory(pilot.programme.id, { isPublic: true });
  [open, openToo] = [await talk(3, shown.id), await talk(2, shown.id)];
});

/** A thread that the referent opened and the expert and the referent answered in turn. */
async function talk(posts: number, categoryId = category.id) {
  const [asks, answers] = [pilot.referent.personId, pilot.expert.personId];
  const authors = Array.from({ length: posts }, (_, index) => (index % 2 === 0 ? asks : answers));
  const thread = await aThread(categoryId, { state: posts > 1 ? "ANSWERED" : "OPEN", authors });
  return { ...thread, at: (number: number) => thread.posts[number - 1]?.id ?? "" };
}
const split = (id: string, choice: Choice) => ({ id, title: "A parte", categoryId: other.id, choice });
const merge = (id: string, into: string) => ({ id, version: 1, into });
const threadOf = (id: string) => db.thread.findUniqueOrThrow({ where: { id } });
const standing = async (threadId: string) =>
  (
    await db.post.findMany({
      where: { threadId },
      orderBy: { number: "asc" },
      select: { id: true, number: true },
    })
  ).map(({ id, number }) => [number, id]);
const settled = (act: Promise<unknown>) =>
  act.then(
    () => "done",
    (error: Error) => error.message,
  );

describe("a split", () => {
  test("makes a thread of its own of the posts that were ticked, in their order", async () => {
    const thread = await talk(5);
    const made = await splitThread(pilot.coordinator, split(thread.id, { numbers: [3, 4] }));
    expect(await standing(made.threadId)).toEqual([
      [1, thread.at(3)],
      [2, thread.at(4)],
    ]);
    expect(await standing(thread.id)).toEqual([
      [1, thread.at(1)],
      [2, thread.at(2)],
      [5, thread.at(5)],
    ]);
    expect(await threadOf(made.threadId)).toMatchObject({
      title: "A parte",
      categoryId: other.id,
      authorId: pilot.referent.personId,
      state: "ANSWERED",
      postCount: 2,
      lastPostNumber: 2,
    });
    // A number that was given is never given again: it is part of an address.
    expect(await threadOf(thread.id)).toMatchObject({ postCount: 3, lastPostNumber: 5 });
    expect(await eventsOf(thread.id)).toMatchObject([
      { kind: "forum.threadSplit", data: { into: made.threadId, posts: 2, first: 3 } },
    ]);
    expect((await reply(pilot.staff, replyForm(thread.id))).number).toBe(6);
  });

  test("from a number on leaves the thread as if it had not gone on", async () => {
    const thread = await talk(4);
    const made = await splitThread(pilot.coordinator, split(thread.id, { from: 2 }));
    const last = await db.post.findUniqueOrThrow({ where: { id: thread.at(1) } });
    expect(await threadOf(thread.id)).toMatchObject({
      state: "OPEN",
      postCount: 1,
      lastPostNumber: 4,
      lastPostAt: last.createdAt,
    });
    expect(await threadOf(made.threadId)).toMatchObject({ postCount: 3, authorId: pilot.expert.personId });
  });

  test("takes the accepted answer along, but never as a question", async () => {
    const thread = await talk(4);
    await acceptAnswer(pilot.referent, { postId: thread.at(4) });
    const made = await splitThread(pilot.coordinator, split(thread.id, { from: 3 }));
    expect(await threadOf(thread.id)).toMatchObject({ state: "ANSWERED", acceptedPostId: null });
    expect(await threadOf(made.threadId)).toMatchObject({ state: "SOLVED", acceptedPostId: thread.at(4) });
    const again = await splitThread(pilot.coordinator, split(made.threadId, { from: 2 }));
    expect(await threadOf(again.threadId)).toMatchObject({ state: "OPEN", acceptedPostId: null });
  });

  test("keeps files, earlier texts and hidden posts with their posts", async () => {
    const thread = await talk(3);
    await editPost(pilot.expert, { id: thread.at(2), version: 1, text: "Meglio così." });
    await hidePost(pilot.coordinator, { id: thread.at(3), version: 1, reason: "OFF_TOPIC" });
    const made = await splitThread(pilot.coordinator, split(thread.id, { from: 2 }));
    expect(await threadOf(made.threadId)).toMatchObject({ postCount: 1, lastPostNumber: 2 });
    expect(await db.postRevision.count({ where: { post: { threadId: made.threadId } } })).toBe(1);
  });

  test.each([
    [{ numbers: [1, 2] }, "forum.splitFirst"],
    [{ from: 1 }, "forum.splitFirst"],
    [{ numbers: [2, 9] }, "forum.splitMissing"],
    [{ from: 4 }, "forum.splitMissing"],
  ] as [Choice, string][])("of %o is refused", async (choice, code) => {
    await expect(splitThread(pilot.coordinator, split(open.id, choice))).rejects.toThrow(code);
  });

  test("that would begin with a hidden post, or show a hidden thread, is refused", async () => {
    const thread = await talk(3);
    await hidePost(pilot.coordinator, { id: thread.at(2), version: 1, reason: "OTHER" });
    await expect(splitThread(pilot.coordinator, split(thread.id, { from: 2 }))).rejects.toThrow(
      "splitHidden",
    );
    await hideThread(pilot.coordinator, { id: thread.id, version: 1, reason: "OTHER" });
    await expect(splitThread(pilot.coordinator, split(thread.id, { from: 3 }))).rejects.toThrow(
      "threadHidden",
    );
  });

  test("into a category of another programme is refused", async () => {
    const foreign = await aCategory((await aPilot()).programme.id);
    const input = { ...split(open.id, { from: 2 }), categoryId: foreign.id };
    await expect(splitThread(pilot.coordinator, input)).rejects.toThrow(NotFoundError);
  });

  test("while somebody posts loses no post and gives no number twice", async () => {
    const thread = await talk(3);
    await atOnce({ table: "thread", id: thread.id }, [
      () => settled(reply(pilot.staff, replyForm(thread.id))),
      () => settled(splitThread(pilot.coordinator, split(thread.id, { from: 3 }))),
      () => settled(reply(pilot.expert, replyForm(thread.id))),
    ]);
    const posts = await db.post.findMany({
      where: {
        thread: { categoryId: { in: [category.id, other.id] } },
        OR: [{ threadId: thread.id }, { moves: { some: { threadId: thread.id } } }],
      },
      include: { moves: true },
    });
    const first = posts.map((post) => post.moves[0]?.number ?? post.number).sort();
    expect(first).toEqual([1, 2, 3, 4, 5]);
    const { postCount, lastPostNumber } = await threadOf(thread.id);
    expect(lastPostNumber).toBe(5);
    expect(postCount).toBe(await db.post.count({ where: { threadId: thread.id } }));
  });

  test("while a post of it is accepted leaves no answer in the wrong thread", async () => {
    const thread = await talk(4);
    await atOnce({ table: "thread", id: thread.id }, [
      () => settled(splitThread(pilot.coordinator, split(thread.id, { from: 3 }))),
      () => settled(acceptAnswer(pilot.referent, { postId: thread.at(4) })),
    ]);
    const wrong = await db.$queryRaw`select t.id from thread t join post p on p.id = t.accepted_post_id
      where p.thread_id <> t.id`;
    expect(wrong).toEqual([]);
  });

  denied("splitThread", "to whoever opened the thread", () =>
    splitThread(pilot.referent, split(open.id, { from: 2 })),
  );
});

describe("a merge", () => {
  test("puts the posts behind the last one, and ends the thread", async () => {
    const [thread, target] = [await talk(2), await talk(3, other.id)];
    const before = await db.category.findMany({ where: { id: { in: [category.id, other.id] } } });
    expect(await mergeThread(pilot.coordinator, merge(thread.id, target.id))).toEqual({
      slug: pilot.programme.slug,
      threadId: target.id,
    });
    expect(await standing(target.id)).toEqual([
      [1, target.at(1)],
      [2, target.at(2)],
      [3, target.at(3)],
      [4, thread.at(1)],
      [5, thread.at(2)],
    ]);
    expect(await threadOf(target.id)).toMatchObject({ postCount: 5, lastPostNumber: 5, state: "ANSWERED" });
    expect(await db.thread.count({ where: { id: thread.id } })).toBe(0);
    expect(await eventsOf(target.id)).toMatchObject([
      { kind: "forum.threadMerged", data: { merged: thread.id, posts: 2, first: 4 } },
    ]);
    for (const { id, threadCount } of before) {
      const now = await db.category.findUniqueOrThrow({ where: { id } });
      expect(now.threadCount).toBe(id === category.id ? threadCount - 1 : threadCount);
    }
  });

  test("carries the accepted answer where there is none, and keeps the other's where there is one", async () => {
    const [thread, target, last] = [await talk(2), await talk(1), await talk(2)];
    await acceptAnswer(pilot.referent, { postId: thread.at(2) });
    await mergeThread(pilot.coordinator, merge(thread.id, target.id));
    expect(await threadOf(target.id)).toMatchObject({ state: "SOLVED", acceptedPostId: thread.at(2) });
    await acceptAnswer(pilot.referent, { postId: last.at(2) });
    await mergeThread(pilot.coordinator, { id: last.id, version: 1, into: target.id });
    expect(await threadOf(target.id)).toMatchObject({ state: "SOLVED", acceptedPostId: thread.at(2) });
  });

  test("into itself, into another programme's, of a locked or a hidden one is refused", async () => {
    const [thread, locked, hidden] = [await talk(2), await talk(2), await talk(2)];
    const foreign = await aThread((await aCategory((await aPilot()).programme.id, { isPublic: true })).id);
    await lockThread(pilot.coordinator, { id: locked.id, version: 1 });
    await hideThread(pilot.coordinator, { id: hidden.id, version: 1, reason: "OTHER" });
    const refused = async (id: string, into: string) =>
      settled(mergeThread(pilot.coordinator, { id, version: id === thread.id ? 1 : 2, into }));
    expect(await refused(thread.id, thread.id)).toBe("forum.mergeIntoItself");
    expect(await refused(thread.id, foreign.id)).toBe("forum.mergeElsewhere");
    expect(await refused(thread.id, locked.id)).toBe("forum.mergeLocked");
    expect(await refused(locked.id, thread.id)).toBe("forum.mergeLocked");
    expect(await refused(thread.id, hidden.id)).toBe("forum.mergeHidden");
    expect(await refused(hidden.id, thread.id)).toBe("forum.mergeHidden");
  });

  test("from an old page is told who changed the thread", async () => {
    const [thread, target] = [await talk(3), await talk(2)];
    await splitThread(pilot.coordinator, split(thread.id, { from: 3 }));
    await expect(mergeThread(pilot.coordinator, merge(thread.id, target.id))).rejects.toThrow(StaleError);
  });

  test("while somebody posts loses no post: it came before, or its author is told where to write", async () => {
    const [thread, target] = [await talk(2), await talk(2)];
    const texts = await atOnce({ table: "thread", id: thread.id }, [
      () => settled(reply(pilot.staff, replyForm(thread.id))),
      () => settled(mergeThread(pilot.coordinator, merge(thread.id, target.id))),
      () => settled(reply(pilot.expert, replyForm(thread.id))),
    ]);
    const taken = [texts[0], texts[2]].filter((text) => text === "done").length;
    expect([texts[0], texts[2]].filter((text) => text === "forum.threadMerged")).toHaveLength(2 - taken);
    const numbers = (await standing(target.id)).map(([number]) => number);
    expect(numbers).toEqual(Array.from({ length: 4 + taken }, (_, index) => index + 1));
    await expect(reply(pilot.staff, replyForm(thread.id))).rejects.toThrow("forum.threadMerged");
  });

  test("into a thread while somebody posts there gives no number twice", async () => {
    const [thread, target] = [await talk(2), await talk(2)];
    const texts = await atOnce({ table: "thread", id: target.id }, [
      () => settled(reply(pilot.staff, replyForm(target.id))),
      () => settled(mergeThread(pilot.coordinator, merge(thread.id, target.id))),
      () => settled(reply(pilot.expert, replyForm(target.id))),
    ]);
    expect(texts).toEqual(["done", "done", "done"]);
    expect((await standing(target.id)).map(([number]) => number)).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test("at once in both directions, or of one into two, is one", async () => {
    const [one, two] = [await talk(2), await talk(2)];
    const both = await atOnce({ table: "thread", id: one.id < two.id ? one.id : two.id }, [
      () => settled(mergeThread(pilot.coordinator, merge(one.id, two.id))),
      () => settled(mergeThread(pilot.coordinator, merge(two.id, one.id))),
    ]);
    expect(both.sort()).toEqual(["done", "not found: thread"]);
    const [thread, left, right] = [await talk(2), await talk(2), await talk(2)];
    const each = await atOnce({ table: "thread", id: thread.id }, [
      () => settled(mergeThread(pilot.coordinator, merge(thread.id, left.id))),
      () => settled(mergeThread(pilot.coordinator, merge(thread.id, right.id))),
    ]);
    expect(each.sort()).toEqual(["done", "not found: thread"]);
    const all = await db.post.count({ where: { threadId: { in: [one.id, two.id, left.id, right.id] } } });
    expect(all).toBe(4 + 6);
  });

  denied("mergeThread", "to whoever opened both", () =>
    mergeThread(pilot.referent, merge(open.id, openToo.id)),
  );
});

test("a reply to a thread of which nothing is known is as before not found", async () => {
  const thread = await talk(1);
  await db.thread.delete({ where: { id: thread.id } });
  await expect(reply(pilot.staff, replyForm(thread.id))).rejects.toThrow(NotFoundError);
});

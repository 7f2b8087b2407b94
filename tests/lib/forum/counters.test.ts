import { beforeAll, describe, expect, test } from "vitest";
import { keepTrack } from "@/lib/forum/commands";
import { changeThread, hideThread, restoreThread } from "@/lib/forum/moderation/mutations";
import { newsDepth } from "@/lib/forum/paging";
import { openThread } from "@/lib/forum/posts/mutations";
import { countUnread, getForum, listThreads } from "@/lib/forum/queries";
import { db } from "@/lib/platform/db";
import { sqlState } from "@/lib/platform/errors";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread, threadForm } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;

beforeAll(async () => {
  pilot = await aPilot();
});

/** Threads of each category of the programme as they are counted, and as they are. */
async function counts(): Promise<{ kept: number; there: number }[]> {
  return db.$queryRaw`
    select c.thread_count as kept,
      (select count(*)::int from thread t where t.category_id = c.id and t.hidden_at is null) as there
    from category c where c.programme_id = ${pilot.programme.id}::uuid order by c.position`;
}

describe("the threads of a category", () => {
  test("are counted right whatever happens at the same time", async () => {
    const [first, second] = [await aCategory(pilot.programme.id), await aCategory(pilot.programme.id)];
    const there = await Promise.all(
      [first, second, first, second, first, second].map(({ id }) => aThread(id)),
    );
    const [a, b, c, d, e, f] = there;
    if (!a || !b || !c || !d || !e || !f) throw new Error("six threads");
    const move = (id: string, categoryId: string) =>
      changeThread(pilot.coordinator, { id, version: 1, title: "Altrove", categoryId });
    const hide = (id: string) => hideThread(pilot.coordinator, { id, version: 1, reason: "OFF_TOPIC" });
    await Promise.all([
      // Two moves each way: locked in whatever order they came, they would wait for each other for ever.
      move(a.id, second.id),
      move(b.id, first.id),
      move(c.id, second.id),
      move(d.id, first.id),
      hide(e.id),
      hide(f.id),
      openThread(pilot.referent, threadForm(first.id)),
      openThread(pilot.expert, threadForm(first.id)),
      openThread(pilot.staff, threadForm(second.id)),
    ]);
    expect(await counts()).toEqual([
      { kept: 4, there: 4 },
      { kept: 3, there: 3 },
    ]);
    await restoreThread(pilot.coordinator, { id: e.id, version: 2 });
    await db.thread.deleteMany({ where: { id: { in: [a.id, b.id] } } });
    expect(await counts()).toEqual([
      { kept: 4, there: 4 },
      { kept: 2, there: 2 },
    ]);
    const { categories } = await getForum(pilot.referent, pilot.programme.slug);
    expect(categories.map(({ threads }) => threads)).toEqual([4, 2]);
  });
});

describe("how far a thread was read", () => {
  test("never moves back, in whatever order pages arrive", async () => {
    const { id } = await aThread((await aCategory(pilot.programme.id)).id);
    const thread = { id, programmeId: pilot.programme.id };
    const numbers = Array.from({ length: 20 }, (_, index) => ((index * 7) % 20) + 1);
    await Promise.all(numbers.map((number) => keepTrack(db, pilot.referent, thread, number)));
    const read = await db.threadRead.findFirstOrThrow({ where: { threadId: id } });
    expect(read.lastReadNumber).toBe(20);
  });
});

describe("news", () => {
  test("are counted and listed in the latest threads of a category, and the list says so", async () => {
    const other = await aPilot();
    const category = await aCategory(other.programme.id);
    const many = newsDepth + 5;
    await db.thread.createMany({
      data: Array.from({ length: many }, (_, index) => ({
        categoryId: category.id,
        title: `Discussione ${index}`,
        createdAt: moment,
        lastPostAt: new Date(moment.getTime() - index * 60_000),
        lastPostNumber: 1,
        postCount: 1,
      })),
    });
    const forum = await getForum(other.referent, other.programme.slug);
    expect(forum.categories).toMatchObject([{ threads: many, unread: newsDepth }]);
    expect(await countUnread(other.referent, other.programme.id)).toBe(newsDepth);
    const news = await listThreads(other.referent, forum, { unread: "1" }, { size: many });
    expect(news.rows).toHaveLength(newsDepth);
    expect(news.hasOlder).toBe(true);
    const all = await listThreads(other.referent, forum, {}, { size: many });
    expect(all.rows).toHaveLength(many);
    expect(all.hasOlder).toBe(false);
  });
});

describe("a post and a document", () => {
  test("bear the programme of their place, whatever the writer says", async () => {
    const elsewhere = await aProgramme();
    const { id: threadId } = await aThread((await aCategory(pilot.programme.id)).id);
    const { id } = await aPost(threadId, 2);
    await db.post.update({ where: { id }, data: { programmeId: elsewhere.id } });
    expect(await db.post.findUniqueOrThrow({ where: { id } })).toMatchObject({
      programmeId: pilot.programme.id,
    });
    const space = await db.documentSpace.create({ data: { programmeId: pilot.programme.id } });
    const document = await db.document.create({
      data: { spaceId: space.id, kind: "INFORMATION", title: "Nota", programmeId: elsewhere.id },
    });
    expect(document.programmeId).toBe(pilot.programme.id);
  });

  test("stay in it: neither thread, category nor space goes to another programme", async () => {
    const elsewhere = await aProgramme();
    const foreign = await aCategory(elsewhere.id);
    const category = await aCategory(pilot.programme.id);
    const thread = await aThread(category.id);
    const space = await db.documentSpace.create({
      data: { programmeId: pilot.programme.id, organisationId: pilot.body.id },
    });
    const moves = [
      db.thread.update({ where: { id: thread.id }, data: { categoryId: foreign.id } }),
      db.category.update({
        where: { id: category.id },
        data: { programmeId: elsewhere.id, position: 40 },
      }),
      db.documentSpace.update({ where: { id: space.id }, data: { programmeId: elsewhere.id } }),
    ];
    for (const move of moves) {
      const refused = await move.then(
        () => null,
        (error: unknown) => sqlState(error),
      );
      expect(refused).toBe("23514");
    }
  });
});

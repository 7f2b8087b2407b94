import { beforeAll, describe, expect, test } from "vitest";
import { hidePost } from "@/lib/forum/moderation/mutations";
import { movedBefore } from "@/lib/forum/moves/groups";
import { mergeThread, splitThread } from "@/lib/forum/moves/mutations";
import {
  getDividable,
  getDivision,
  getMerge,
  getPostOrPlace,
  getThreadOrPlace,
  listMergeTargets,
} from "@/lib/forum/moves/queries";
import { refusalOf } from "@/lib/forum/moves/refusals";
import { readChoice, splitThreadSchema } from "@/lib/forum/moves/schema";
import { readPlace } from "@/lib/forum/paging";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { WatchLevel } from "@/lib/platform/db/generated/enums";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { moment } from "@/tests/support/factories";
import { aCategory, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

let pilot: Awaited<ReturnType<typeof aPilot>>;
let closed: { id: string };
let shown: { id: string };

beforeAll(async () => {
  pilot = await aPilot();
  closed = await aCategory(pilot.programme.id);
  shown = await aCategory(pilot.programme.id, { isPublic: true });
});

async function talk(posts: number, categoryId = closed.id, title = "Come si fa?") {
  const authors = Array.from({ length: posts }, () => pilot.expert.personId);
  return aThread(categoryId, { title, state: "ANSWERED", authors });
}
const split = (id: string, numbers: number[], categoryId = closed.id) =>
  splitThread(pilot.coordinator, { id, title: "A parte", categoryId, choice: { numbers } });
const merge = (id: string, into: string) => mergeThread(pilot.coordinator, { id, version: 1, into });

describe("an old address", () => {
  test("of a merged thread leads to the posts of its page, merged again too", async () => {
    const [thread, target, last] = [await talk(45), await talk(7), await talk(3)];
    await merge(thread.id, target.id);
    const { slug } = pilot.programme;
    expect(await getThreadOrPlace(pilot.staff, thread.id, 1)).toEqual({
      thread: null,
      moved: { slug, threadId: target.id, number: 8 },
    });
    await mergeThread(pilot.coordinator, { id: target.id, version: 2, into: last.id });
    const second = await getThreadOrPlace(pilot.staff, thread.id, 21);
    expect(second.moved).toEqual({ slug, threadId: last.id, number: 3 + 7 + 21 });
    const beyond = await getThreadOrPlace(pilot.staff, thread.id, 81);
    expect(beyond.moved?.number).toBe(3 + 7 + 45);
    const place = readPlace({ dal: "31", da: thread.id });
    const { thread: page } = await getThreadOrPlace(pilot.staff, last.id, place.start, place.from);
    expect(page?.posts.map(({ number, oldNumber }) => [number, oldNumber])).toEqual(
      Array.from({ length: 20 }, (_, index) => [31 + index, 21 + index]),
    );
    expect(page?.mergedIds.sort()).toEqual([thread.id, target.id].sort());
  });

  test("of a post leads to it, from the thread that it left and from one that is no more", async () => {
    const thread = await talk(4);
    const made = await split(thread.id, [3]);
    const target = await talk(2);
    await mergeThread(pilot.coordinator, { id: made.threadId, version: 2, into: target.id });
    const place = { slug: pilot.programme.slug, threadId: target.id, number: 3 };
    expect((await getPostOrPlace(pilot.staff, thread.id, 3)).moved).toEqual(place);
    expect((await getPostOrPlace(pilot.staff, made.threadId, 1)).moved).toEqual(place);
    expect((await getPostOrPlace(pilot.staff, thread.id, 4)).post?.number).toBe(4);
    await expect(getPostOrPlace(pilot.staff, thread.id, 9)).rejects.toThrow(NotFoundError);
    await hidePost(pilot.coordinator, { id: thread.posts[2]?.id ?? "", version: 1, reason: "OTHER" });
    await expect(getPostOrPlace(pilot.staff, thread.id, 3)).rejects.toThrow(NotFoundError);
  });

  test("leads nobody to what they may not read", async () => {
    const [open, target] = [await talk(2, shown.id), await talk(2)];
    await merge(open.id, target.id);
    const visitor = visitorActor(moment);
    await expect(getThreadOrPlace(visitor, open.id, 1)).rejects.toThrow(NotFoundError);
    await expect(getPostOrPlace(visitor, open.id, 2)).rejects.toThrow(NotFoundError);
    await expect(getThreadOrPlace(visitor, target.id, 1)).rejects.toThrow(NotFoundError);
  });

  test.each([
    [{ dal: "28", da: "0190b0b0-0000-7000-8000-000000000000" }, 28, true],
    [{ dal: "28" }, 21, false],
    [{ dal: "28", da: "x" }, 21, false],
    [{ dal: "x", da: "0190b0b0-0000-7000-8000-000000000000" }, 1, false],
    [{ dal: ["1", "2"], da: "0190b0b0-0000-7000-8000-000000000000" }, 1, false],
  ])("with %o is read", (query, start, isLed) => {
    const place = readPlace(query);
    expect([place.start, place.from !== undefined]).toEqual([start, isLed]);
  });
});

describe("where posts stood", () => {
  test("stands where they went, for whoever may read it there", async () => {
    const thread = await talk(5, shown.id);
    const apart = await split(thread.id, [2, 4], shown.id);
    const hidden = await split(thread.id, [5], closed.id);
    const member = (await getThreadOrPlace(pilot.staff, thread.id, 1)).thread;
    expect(member?.moved).toEqual([
      { number: 2, to: { id: apart.threadId, title: "A parte", number: 1 } },
      { number: 4, to: { id: apart.threadId, title: "A parte", number: 2 } },
      { number: 5, to: { id: hidden.threadId, title: "A parte", number: 1 } },
    ]);
    const visitor = (await getThreadOrPlace(visitorActor(moment), thread.id, 1)).thread;
    expect(visitor?.moved.map(({ number }) => number)).toEqual([2, 4]);
  });

  test("is told once for posts that went together", () => {
    const to = { id: "a", title: "A", number: 1 };
    const elsewhere = { id: "b", title: "B", number: 1 };
    expect(
      movedBefore(
        [2, 3, 5, 7, 8].map((number) => ({ number, to: number === 8 ? elsewhere : to })),
        [1, 4, 6],
      ),
    ).toEqual([
      { before: 4, numbers: [2, 3], to },
      { before: 6, numbers: [5], to },
      { before: null, numbers: [7], to },
      { before: null, numbers: [8], to: elsewhere },
    ]);
  });
});

describe("what was read and is followed", () => {
  const reads = async (threadId: string) => {
    const rows = await db.threadRead.findMany({ where: { threadId } });
    const known = {
      [pilot.staff.personId]: "staff",
      [pilot.expert.personId]: "expert",
      [pilot.observer.personId]: "observer",
    };
    return Object.fromEntries(
      rows.map((one) => [
        known[one.personId] ?? one.personId,
        [one.lastReadNumber, one.watch, one.isWatchAutomatic],
      ]),
    );
  };
  const read = (
    threadId: string,
    [personId, lastReadNumber, watch, isWatchAutomatic = false]: [
      string,
      number,
      WatchLevel | null,
      boolean?,
    ],
  ) =>
    db.threadRead.create({
      data: { personId, threadId, lastReadNumber, readAt: moment, watch, isWatchAutomatic },
    });

  test("goes along with a split", async () => {
    const thread = await talk(6);
    await read(thread.id, [pilot.staff.personId, 4, "MUTED"]);
    await read(thread.id, [pilot.expert.personId, 6, "WATCHING", true]);
    await read(thread.id, [pilot.observer.personId, 2, "WATCHING", true]);
    const made = await split(thread.id, [3, 4, 5, 6]);
    expect(await reads(made.threadId)).toEqual({
      staff: [2, "MUTED", false],
      expert: [4, "WATCHING", true],
      // Wrote none of them.
      observer: [0, null, false],
    });
    // Nothing is new in what was left.
    expect(await reads(thread.id)).toEqual({
      staff: [6, "MUTED", false],
      expert: [6, "WATCHING", true],
      observer: [6, "WATCHING", true],
    });
  });

  test("is joined by a merge: nothing counts as read that was not, and a choice holds", async () => {
    const [thread, target] = [await talk(4), await talk(3)];
    await read(thread.id, [pilot.staff.personId, 2, "TRACKING"]);
    await read(target.id, [pilot.staff.personId, 3, "WATCHING", true]);
    await read(thread.id, [pilot.expert.personId, 4, "WATCHING", true]);
    await read(target.id, [pilot.expert.personId, 1, "NORMAL"]);
    await read(thread.id, [pilot.observer.personId, 4, "MUTED"]);
    await read(thread.id, [pilot.referent.personId, 4, "WATCHING", true]);
    await merge(thread.id, target.id);
    expect(await reads(target.id)).toEqual({
      staff: [5, "TRACKING", false],
      expert: [1, "NORMAL", false],
      [pilot.referent.personId]: [0, "WATCHING", true],
    });
  });
});

describe("the pages of a move", () => {
  test("show what can be moved, and what will happen", async () => {
    const thread = await talk(24);
    const first = await getDividable(pilot.coordinator, thread.id);
    expect(first.posts.map(({ number }) => number)).toEqual(Array.from({ length: 19 }, (_, i) => i + 2));
    expect((await getDividable(pilot.coordinator, thread.id, 21)).posts).toHaveLength(4);
    const division = await getDivision(pilot.coordinator, thread.id, { from: 20 });
    expect(division).toMatchObject({
      count: 5,
      takesAnswer: false,
      posts: [{ excerpt: "Messaggio 20" }, {}, {}, {}, {}],
    });
    expect(refusalOf(division)).toBeNull();
    const refused = async (choice: Parameters<typeof getDivision>[2]) =>
      refusalOf(await getDivision(pilot.coordinator, thread.id, choice))?.code;
    expect(await refused({ numbers: [1, 3] })).toBe("splitFirst");
    expect(await refused({ from: 99 })).toBe("splitMissing");
    expect(await refused({ numbers: [2, 99] })).toBe("splitMissing");
    await hidePost(pilot.coordinator, { id: thread.posts[4]?.id ?? "", version: 1, reason: "OTHER" });
    expect(await refused({ from: 5 })).toBe("splitHidden");
  });

  test("offer the threads of the programme that are open, by words of their titles", async () => {
    const here = await aPilot();
    const category = await aCategory(here.programme.id);
    const thread = await aThread(category.id, { title: "Da unire" });
    const found = await aThread(category.id, { title: "Perché 100 % così?" });
    await aThread(category.id, { title: "Chiusa", lockedAt: moment });
    const titles = async (text: string) =>
      (await listMergeTargets(here.coordinator, thread.id, text)).targets.map(({ title }) => title);
    expect(await titles("")).toEqual(["Perché 100 % così?"]);
    expect(await titles("perche 100 %")).toEqual(["Perché 100 % così?"]);
    expect(await titles("_")).toEqual([]);
    expect(await getMerge(here.coordinator, thread.id, found.id)).toMatchObject({ posts: 1 });
  });

  test("are for moderators", async () => {
    const [thread, target] = [await talk(2), await talk(2)];
    await expect(getDividable(pilot.expert, thread.id)).rejects.toThrow(ForbiddenError);
    await expect(getDivision(pilot.expert, thread.id, { from: 2 })).rejects.toThrow(ForbiddenError);
    await expect(listMergeTargets(pilot.expert, thread.id, "")).rejects.toThrow(ForbiddenError);
    await expect(getMerge(pilot.expert, thread.id, target.id)).rejects.toThrow(ForbiddenError);
  });

  test.each([
    [{ posts: "3" }, { numbers: [3] }],
    [{ posts: ["5", "3", "5"], from: "" }, { numbers: [3, 5] }],
    [{ from: "4" }, { from: 4 }],
    [{ posts: ["3"], from: "4" }, { numbers: [3] }],
    [{ from: "" }, null],
    [{ from: "quattro" }, null],
    [{ posts: "-1" }, null],
    [{}, null],
  ])("read %o as a choice", (query, choice) => {
    expect(readChoice(query)).toEqual(choice);
  });

  test("hand a choice on", () => {
    const form = { id: pilot.programme.id, title: "A parte", categoryId: closed.id };
    expect(splitThreadSchema.parse({ ...form, numbers: "3,5" }).choice).toEqual({ numbers: [3, 5] });
    expect(splitThreadSchema.parse({ ...form, from: "3" }).choice).toEqual({ from: 3 });
    expect(splitThreadSchema.safeParse(form).error?.issues).toMatchObject([{ path: ["from"] }]);
  });
});

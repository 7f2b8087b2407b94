import { beforeAll, describe, expect, test } from "vitest";
import { copyStructure } from "@/lib/forum/commands";
import { rebuildPosts } from "@/lib/forum/jobs";
import { getPost } from "@/lib/forum/posts/queries";
import {
  countPublicThreadsByBody,
  countUnread,
  getForum,
  listThreads,
  listUnreadThreads,
} from "@/lib/forum/queries";
import { getThread } from "@/lib/forum/reading/queries";
import { systemActor, visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ForbiddenError, NotFoundError } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { rendererVersion } from "@/lib/platform/markdown";
import { aProgramme, moment } from "@/tests/support/factories";
import { aCategory, aPost, aThread } from "@/tests/support/forum-factories";
import { aPilot } from "@/tests/support/session-factories";

const visitor = visitorActor(moment);
const minutesBefore = (minutes: number) => new Date(moment.getTime() - minutes * 60_000);

let pilot: Awaited<ReturnType<typeof aPilot>>;
let inner: { id: string };
let open: { id: string };
let shown: Awaited<ReturnType<typeof aThread>>;

beforeAll(async () => {
  pilot = await aPilot();
  inner = await aCategory(pilot.programme.id, { title: "Interna" });
  open = await aCategory(pilot.programme.id, { title: "Aperta", isPublic: true });
  shown = await aThread(open.id, {
    title: "Pubblica",
    state: "ANSWERED",
    authors: [pilot.referent.personId, pilot.coordinator.personId, null],
    lastPostAt: minutesBefore(5),
  });
  await db.post.updateMany({
    where: { authorId: pilot.referent.personId },
    data: { onBehalfOfId: pilot.body.id },
  });
  await aThread(open.id, { title: "Nascosta", hiddenAt: moment, lastPostAt: minutesBefore(1) });
  await aThread(inner.id, { title: "In evidenza", isPinned: true, lastPostAt: minutesBefore(900) });
  for (const index of [1, 2, 3, 4, 5])
    await aThread(inner.id, { title: `Interna ${index}`, lastPostAt: minutesBefore(10 * index) });
});

describe("the forum of a programme", () => {
  test("shows members every category, visitors the public ones", async () => {
    const atWork = await getForum(pilot.staff, pilot.programme.slug);
    expect(atWork.categories.map(({ title, threads, unread }) => [title, threads, unread])).toEqual([
      ["Interna", 6, 6],
      ["Aperta", 1, 1],
    ]);
    const forum = await getForum(pilot.observer, pilot.programme.slug);
    expect(forum.categories).toMatchObject([
      { title: "Interna", unread: 0 },
      { title: "Aperta", unread: 0 },
    ]);
    expect(forum).toMatchObject({ tracks: true, mayPost: false, mayModerate: false });
    const outside = await getForum(visitor, pilot.programme.slug);
    expect(outside.categories).toMatchObject([{ title: "Aperta", threads: 1, unread: 0 }]);
    expect(outside).toMatchObject({ tracks: false, mayPost: false });
  });

  test("of a draft does not exist for visitors", async () => {
    const draft = await aProgramme({ state: "DRAFT" });
    await aCategory(draft.id, { isPublic: true });
    await expect(getForum(visitor, draft.slug)).rejects.toThrow(NotFoundError);
  });
});

describe("lists of threads", () => {
  const titles = (rows: { title: string }[]) => rows.map(({ title }) => title);

  test("go by the last post, page by page, pinned ones first and once", async () => {
    const forum = await getForum(pilot.staff, pilot.programme.slug);
    const first = await listThreads(pilot.staff, forum, {}, { size: 4 });
    expect(titles(first.pinned)).toEqual(["In evidenza"]);
    expect(titles(first.rows)).toEqual(["Pubblica", "Interna 1", "Interna 2", "Interna 3"]);
    const second = await listThreads(pilot.staff, forum, {}, { size: 4, after: readCursor(first.next) });
    expect(second).toMatchObject({ pinned: [], next: undefined });
    expect(titles(second.rows)).toEqual(["Interna 4", "Interna 5"]);
  });

  test("hold hidden threads for the coordinator only", async () => {
    const coordinator = await getForum(pilot.coordinator, pilot.programme.slug);
    const { rows } = await listThreads(pilot.coordinator, coordinator);
    expect(rows[0]).toMatchObject({ title: "Nascosta", isHidden: true });
  });

  test("name people to members, bodies to visitors", async () => {
    const inside = await listThreads(pilot.staff, await getForum(pilot.staff, pilot.programme.slug));
    expect(inside.rows[0]).toMatchObject({ author: "Ada Ginestrelli", unread: 3, lastAuthor: null });
    const outside = await listThreads(visitor, await getForum(visitor, pilot.programme.slug));
    expect(outside.rows).toMatchObject([{ title: "Pubblica", author: null, lastAuthor: null, unread: 0 }]);
  });

  test("are narrowed by state and by news", async () => {
    const forum = await getForum(pilot.staff, pilot.programme.slug);
    const answered = await listThreads(pilot.staff, forum, { state: "ANSWERED" });
    expect([...titles(answered.pinned), ...titles(answered.rows)]).toEqual(["Pubblica"]);
    await getThread(pilot.staff, shown.id);
    const unread = await listThreads(pilot.staff, forum, { unread: "1" });
    expect(titles(unread.rows)).not.toContain("Pubblica");
  });
});

describe("what is new", () => {
  test("is listed over all programmes, and goes when it is read", async () => {
    const reader = pilot.expert;
    expect(await countUnread(reader)).toBe(7);
    const [latest] = await listUnreadThreads(reader, 3);
    expect(latest).toMatchObject({
      title: "Pubblica",
      slug: pilot.programme.slug,
      category: "Aperta",
      unread: 3,
    });
    await getThread(reader, shown.id);
    expect(await countUnread(reader, pilot.programme.id)).toBe(6);
    expect(await listUnreadThreads(visitor, 3)).toEqual([]);
    expect(await countUnread(pilot.manager)).toBe(0);
  });

  test("is counted from where one stopped, page by page", async () => {
    const long = await aThread(inner.id, {
      authors: Array.from({ length: 45 }, () => null),
      lastPostAt: minutesBefore(2_000),
    });
    const first = await getThread(pilot.referent, long.id);
    expect(first).toMatchObject({ readTo: 0, start: 1 });
    expect(first.posts).toHaveLength(20);
    const second = await getThread(pilot.referent, long.id, 21);
    expect(second.readTo).toBe(20);
    expect((await getThread(pilot.referent, long.id)).readTo).toBe(40);
    expect((await getThread(pilot.referent, long.id, 41)).posts.map(({ number }) => number)).toEqual([
      41, 42, 43, 44, 45,
    ]);
    expect((await getThread(pilot.referent, long.id)).readTo).toBe(45);
  });
});

describe("a thread", () => {
  test("shows visitors bodies and roles, never names", async () => {
    const { posts, circle, opener, readTo } = await getThread(visitor, shown.id);
    expect(posts).toMatchObject([
      { author: null, isAnonymous: false, onBehalfOf: { id: pilot.body.id }, role: null },
      { author: null, isAnonymous: false, onBehalfOf: null, role: "COORDINATOR" },
      { author: null, isAnonymous: true },
    ]);
    expect({ circle, opener, readTo }).toEqual({ circle: null, opener: null, readTo: null });
  });

  test("says to members which bodies are silent", async () => {
    expect((await getThread(pilot.expert, shown.id)).circle).toMatchObject({ bodies: 1, silent: [] });
  });

  test("keeps a hidden post for moderators, with the reason", async () => {
    const thread = await aThread(open.id, { authors: [null, null], lastPostAt: minutesBefore(3_000) });
    const hidden = await aPost(thread.id, 3, { hiddenAt: moment });
    await db.event.create({
      data: {
        kind: "forum.postHidden",
        actorKind: "system:test",
        subjectKind: "post",
        subjectId: hidden.id,
        data: { reason: "OFF_TOPIC" },
        occurredAt: moment,
      },
    });
    expect((await getThread(pilot.expert, thread.id)).posts).toHaveLength(2);
    await expect(getPost(pilot.expert, thread.id, 3)).rejects.toThrow(NotFoundError);
    expect((await getThread(pilot.coordinator, thread.id)).posts[2]).toMatchObject({
      hiddenReason: "OFF_TOPIC",
    });
  });

  test("of an inner category does not exist for visitors and strangers", async () => {
    const { id } = await aThread(inner.id, { lastPostAt: minutesBefore(4_000) });
    await expect(getThread(visitor, id)).rejects.toThrow(NotFoundError);
    await expect(getThread((await aPilot()).coordinator, id)).rejects.toThrow(NotFoundError);
  });
});

test("public threads are counted by body", async () => {
  expect(await countPublicThreadsByBody(visitor, pilot.programme.id)).toEqual([
    { organisationId: pilot.body.id, threads: 1, posts: 1 },
  ]);
});

describe("a new edition", () => {
  test("takes the categories in their order, nothing else", async () => {
    const edition = await aProgramme({ promoterId: pilot.programme.promoterId });
    await db.$transaction((tx) =>
      copyStructure(tx, pilot.manager, { from: pilot.programme.id, to: edition.id }),
    );
    const copies = await db.category.findMany({
      where: { programmeId: edition.id },
      orderBy: { position: "asc" },
      include: { threads: true },
    });
    expect(copies).toMatchObject([
      { title: "Interna", isPublic: false, threads: [] },
      { title: "Aperta", isPublic: true, threads: [] },
    ]);
  });

  test("is refused to a coordinator of the old one alone", async () => {
    const edition = await aProgramme();
    await expect(
      db.$transaction((tx) =>
        copyStructure(tx, pilot.coordinator, { from: pilot.programme.id, to: edition.id }),
      ),
    ).rejects.toThrow(ForbiddenError);
  });
});

describe("posts of an older renderer", () => {
  test("are made anew once", async () => {
    const thread = await aThread(inner.id, { lastPostAt: minutesBefore(5_000) });
    const post = await aPost(thread.id, 2, { markdown: "**x**", html: "vecchio", rendererVersion: 0 });
    expect(await rebuildPosts(systemActor("rebuild", moment))).toBe(1);
    expect(await db.post.findUniqueOrThrow({ where: { id: post.id } })).toMatchObject({
      html: "<p><strong>x</strong></p>",
      rendererVersion,
      version: 1,
    });
    expect(await rebuildPosts(systemActor("rebuild", moment))).toBe(0);
    await expect(rebuildPosts(pilot.coordinator)).rejects.toThrow(ForbiddenError);
  });
});

import "server-only";
import { endAssignment } from "@/lib/forum/assignments/commands";
import { moveThread } from "@/lib/forum/lifecycle";
import { canAccept, canModerate, canRenameThread, postVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Accept, ChangeThread, Hide, Mark, Unaccept } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";

type ThreadPlace = { slug: string; threadId: string; number?: number };

/** Says which post answers the question; another one replaces it. */
export async function acceptAnswer(actor: Actor, { postId }: Accept): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const post = await findPost(tx, actor, postId);
    const thread = await findLocked(tx, actor, post.threadId);
    authorise(canAccept(actor, thread));
    const place = { slug: thread.slug, threadId: thread.id, number: post.number };
    if (thread.acceptedPostId === post.id) return place;
    if (post.number === 1) throw new DomainError("forum.questionIsNoAnswer");
    if (post.hiddenAt) throw new DomainError("forum.hiddenIsNoAnswer");
    const state = thread.state === "SOLVED" ? thread.state : moveThread(thread.state, "accept");
    await tx.thread.update({
      where: { id: thread.id },
      data: { state, acceptedPostId: post.id },
      select: { id: true },
    });
    await endAssignment(tx, actor, thread, "SOLVED");
    await recordThread(tx, actor, thread, {
      kind: "forum.accepted",
      data: { postId: post.id, number: post.number },
    });
    return place;
  });
}

/** Takes the accepted answer back. */
export async function unacceptAnswer(actor: Actor, { threadId }: Unaccept): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await findLocked(tx, actor, threadId);
    authorise(canAccept(actor, thread));
    await unaccept(tx, actor, thread);
    return { slug: thread.slug, threadId };
  });
}

/** Gives a thread another title and, for a moderator, another category of the same programme. */
export async function changeThread(actor: Actor, input: ChangeThread): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await findLocked(tx, actor, input.id);
    authorise(canRenameThread(actor, thread));
    const categoryId = input.categoryId ?? thread.categoryId;
    if (categoryId !== thread.categoryId) {
      authorise(canModerate(actor, thread));
      const target = { id: categoryId, programmeId: thread.programmeId };
      found(await tx.category.findFirst({ where: target, select: { id: true } }), "category");
    }
    await changeMarks(tx, thread, input.version, { title: input.title, categoryId });
    await recordThread(tx, actor, thread, { kind: "forum.threadChanged", data: { categoryId } });
    return { slug: thread.slug, threadId: thread.id };
  });
}

/** Closes a thread to new posts and edits. */
export async function lockThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { lockedAt: actor.at }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadLocked" }),
  );
}

/** Opens a locked thread again. */
export async function unlockThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { lockedAt: null }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadUnlocked" }),
  );
}

/** Keeps a thread at the top of its lists. */
export async function pinThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { isPinned: true }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadPinned" }),
  );
}

/** Lets a pinned thread take its place by date. */
export async function unpinThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { isPinned: false }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadUnpinned" }),
  );
}

/** Hides a thread from everybody but the moderators. */
export async function hideThread(actor: Actor, input: Hide): Promise<ThreadPlace> {
  return moderate(actor, input, { hiddenAt: actor.at }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadHidden", data: { reason: input.reason } }),
  );
}

/** Shows a hidden thread again. */
export async function restoreThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { hiddenAt: null }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadRestored" }),
  );
}

/** Hides a post; an accepted one stops being the answer. The question itself is hidden with its thread. */
export async function hidePost(actor: Actor, input: Hide): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const post = await findPost(tx, actor, input.id);
    const thread = await findLocked(tx, actor, post.threadId);
    authorise(canModerate(actor, thread));
    if (post.number === 1) throw new DomainError("forum.hideThreadInstead");
    const { count } = await tx.post.updateMany({
      where: { id: post.id, version: input.version, hiddenAt: null },
      data: { hiddenAt: actor.at, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "post", id: post.id });
    await countPosts(tx, thread.id);
    if (thread.acceptedPostId === post.id) await unaccept(tx, actor, thread);
    await recordEvent(tx, actor, {
      kind: "forum.postHidden",
      subject: { kind: "post", id: post.id },
      programmeId: thread.programmeId,
      data: { threadId: thread.id, number: post.number, reason: input.reason },
    });
    return { slug: thread.slug, threadId: thread.id, number: post.number };
  });
}

/** Shows a hidden post again. */
export async function restorePost(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const post = await findPost(tx, actor, input.id);
    const thread = await findLocked(tx, actor, post.threadId);
    authorise(canModerate(actor, thread));
    const { count } = await tx.post.updateMany({
      where: { id: post.id, version: input.version, hiddenAt: { not: null } },
      data: { hiddenAt: null, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "post", id: post.id });
    await countPosts(tx, thread.id);
    await recordEvent(tx, actor, {
      kind: "forum.postRestored",
      subject: { kind: "post", id: post.id },
      programmeId: thread.programmeId,
      data: { threadId: thread.id, number: post.number },
    });
    return { slug: thread.slug, threadId: thread.id, number: post.number };
  });
}

type LockedThread = Awaited<ReturnType<typeof findLocked>>;
type Marks = {
  title?: string;
  categoryId?: string;
  lockedAt?: Date | null;
  hiddenAt?: Date | null;
  isPinned?: boolean;
};

async function moderate(
  actor: Actor,
  input: Mark,
  marks: Marks,
  record: (tx: Tx, thread: LockedThread) => Promise<unknown>,
): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await findLocked(tx, actor, input.id);
    authorise(canModerate(actor, thread));
    await changeMarks(tx, thread, input.version, marks);
    await record(tx, thread);
    return { slug: thread.slug, threadId: thread.id };
  });
}

async function changeMarks(tx: Tx, thread: LockedThread, version: number, marks: Marks): Promise<void> {
  const { count } = await tx.thread.updateMany({
    where: { id: thread.id, version },
    data: { ...marks, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "thread", id: thread.id });
}

// The row is held until the end, as a reply holds it: moderation and replies come one after the other.
async function findLocked(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`select 1 from thread where id = ${id}::uuid for update`;
  const { category, ...thread } = found(
    await tx.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        authorId: true,
        acceptedPostId: true,
        categoryId: true,
        category: { select: { programmeId: true, programme: { select: { slug: true } } } },
      },
    }),
    "thread",
  );
  return { ...thread, programmeId: category.programmeId, slug: category.programme.slug };
}

async function findPost(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.post.findFirst({
      where: { AND: [{ id }, postVisibleTo(actor)] },
      select: { id: true, number: true, threadId: true, hiddenAt: true },
    }),
    "post",
  );
}

async function unaccept(tx: Tx, actor: Actor, thread: LockedThread): Promise<void> {
  await tx.thread.update({
    where: { id: thread.id },
    data: { state: moveThread(thread.state, "unaccept"), acceptedPostId: null },
    select: { id: true },
  });
  await recordThread(tx, actor, thread, {
    kind: "forum.unaccepted",
    data: { postId: thread.acceptedPostId },
  });
}

async function countPosts(tx: Tx, threadId: string): Promise<void> {
  const postCount = await tx.post.count({ where: { threadId, hiddenAt: null } });
  await tx.thread.update({ where: { id: threadId }, data: { postCount }, select: { id: true } });
}

async function recordThread(
  tx: Tx,
  actor: Actor,
  thread: LockedThread,
  event: { kind: `forum.${string}`; data?: Record<string, string | number | null> },
): Promise<void> {
  await recordEvent(tx, actor, {
    ...event,
    subject: { kind: "thread", id: thread.id },
    programmeId: thread.programmeId,
  });
}

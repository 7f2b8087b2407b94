import { moveThread } from "@/lib/forum/lifecycle";
import { canModerate, postVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Hide } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";

/** A thread that is held until the end of the transaction, as a reply holds it: what is done to it comes in turn. */
export async function holdThread(tx: Tx, actor: Actor, id: string) {
  await tx.$executeRaw`select 1 from thread where id = ${id}::uuid for update`;
  const { category, ...thread } = found(
    await tx.thread.findFirst({
      where: { AND: [{ id }, threadVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        state: true,
        version: true,
        authorId: true,
        acceptedPostId: true,
        lockedAt: true,
        hiddenAt: true,
        lastPostNumber: true,
        slowMinutes: true,
        categoryId: true,
        category: { select: { programmeId: true, programme: { select: { slug: true } } } },
      },
    }),
    "thread",
  );
  return { ...thread, programmeId: category.programmeId, slug: category.programme.slug };
}

export type HeldThread = Awaited<ReturnType<typeof holdThread>>;

/** A post with its thread, which is held; told when the post was moved to another one meanwhile. */
export async function holdPost(tx: Tx, actor: Actor, id: string) {
  const before = await findPost(tx, actor, id);
  const thread = await holdThread(tx, actor, before.threadId);
  const post = await findPost(tx, actor, id);
  if (post.threadId !== thread.id) throw new DomainError("forum.postMoved");
  return { post, thread };
}

export type HeldPost = Awaited<ReturnType<typeof holdPost>>;

/**
 * Hides a post that is held; an accepted one stops being the answer, and what was flagged of it is decided with it. The
 * question itself is hidden with its thread.
 */
export async function hideHeldPost(
  tx: Tx,
  actor: Actor,
  { post, thread }: HeldPost,
  { reason, version }: Omit<Hide, "id">,
): Promise<void> {
  authorise(canModerate(actor, thread));
  if (post.number === 1) throw new DomainError("forum.hideThreadInstead");
  const { count } = await tx.post.updateMany({
    where: { id: post.id, version, hiddenAt: null },
    data: { hiddenAt: actor.at, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "post", id: post.id });
  await countPosts(tx, thread.id);
  if (thread.acceptedPostId === post.id) await unaccept(tx, actor, thread);
  await settleFlags(tx, actor, { postId: post.id });
  await recordEvent(tx, actor, {
    kind: "forum.postHidden",
    subject: { kind: "post", id: post.id },
    programmeId: thread.programmeId,
    data: { threadId: thread.id, number: post.number, reason },
  });
}

/** Shows a hidden post that is held again. */
export async function restoreHeldPost(
  tx: Tx,
  actor: Actor,
  { post, thread }: HeldPost,
  version: number,
): Promise<void> {
  authorise(canModerate(actor, thread));
  const { count } = await tx.post.updateMany({
    where: { id: post.id, version, hiddenAt: { not: null } },
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
}

/** Hides a thread that is held from everybody but the moderators, with what was flagged in it decided. */
export async function hideHeldThread(
  tx: Tx,
  actor: Actor,
  thread: HeldThread,
  { reason, version }: Omit<Hide, "id">,
): Promise<void> {
  authorise(canModerate(actor, thread));
  const { count } = await tx.thread.updateMany({
    where: { id: thread.id, version },
    data: { hiddenAt: actor.at, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "thread", id: thread.id });
  await settleFlags(tx, actor, { post: { threadId: thread.id } });
  await recordThread(tx, actor, thread, { kind: "forum.threadHidden", data: { reason } });
}

/** Takes the accepted answer of a thread back. */
export async function unaccept(tx: Tx, actor: Actor, thread: HeldThread): Promise<void> {
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

/** Writes down what was done to a thread. */
export async function recordThread(
  tx: Tx,
  actor: Actor,
  thread: Pick<HeldThread, "id" | "programmeId">,
  event: { kind: `forum.${string}`; data?: Record<string, string | number | null> },
): Promise<void> {
  await recordEvent(tx, actor, {
    ...event,
    subject: { kind: "thread", id: thread.id },
    programmeId: thread.programmeId,
  });
}

async function findPost(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.post.findFirst({
      where: { AND: [{ id }, postVisibleTo(actor)] },
      select: { id: true, number: true, threadId: true, authorId: true, hiddenAt: true, version: true },
    }),
    "post",
  );
}

async function countPosts(tx: Tx, threadId: string): Promise<void> {
  const postCount = await tx.post.count({ where: { threadId, hiddenAt: null } });
  await tx.thread.update({ where: { id: threadId }, data: { postCount }, select: { id: true } });
}

// What is hidden needs no decision any more.
async function settleFlags(
  tx: Tx,
  actor: Actor,
  of: { postId: string } | { post: { threadId: string } },
): Promise<void> {
  await tx.flagCase.updateMany({
    where: { ...of, decidedAt: null },
    data: { decidedAt: actor.at, outcome: "HIDDEN", decidedById: actor.personId },
  });
}

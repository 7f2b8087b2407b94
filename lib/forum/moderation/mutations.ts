import "server-only";
import { endAssignment } from "@/lib/forum/assignments/commands";
import { moveThread } from "@/lib/forum/lifecycle";
import {
  type HeldThread,
  hideHeldPost,
  hideHeldThread,
  holdPost,
  holdThread,
  recordThread,
  restoreHeldPost,
  unaccept,
} from "@/lib/forum/moderation/commands";
import { canAccept, canModerate, canRenameThread } from "@/lib/forum/policy";
import type { Accept, ChangeThread, Hide, Mark, Unaccept } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { assertUnchanged } from "@/lib/platform/stale";

type ThreadPlace = { slug: string; threadId: string; number?: number };

/** Says which post answers the question; another one replaces it. */
export async function acceptAnswer(actor: Actor, { postId }: Accept): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const { post, thread } = await holdPost(tx, actor, postId);
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
    const thread = await holdThread(tx, actor, threadId);
    authorise(canAccept(actor, thread));
    await unaccept(tx, actor, thread);
    return { slug: thread.slug, threadId };
  });
}

/** Gives a thread another title and, for a moderator, another category of the same programme. */
export async function changeThread(actor: Actor, input: ChangeThread): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await holdThread(tx, actor, input.id);
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
export async function hideThread(actor: Actor, { id, ...hide }: Hide): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await holdThread(tx, actor, id);
    await hideHeldThread(tx, actor, thread, hide);
    return { slug: thread.slug, threadId: id };
  });
}

/** Shows a hidden thread again. */
export async function restoreThread(actor: Actor, input: Mark): Promise<ThreadPlace> {
  return moderate(actor, input, { hiddenAt: null }, (tx, thread) =>
    recordThread(tx, actor, thread, { kind: "forum.threadRestored" }),
  );
}

/** Hides a post; an accepted one stops being the answer. The question itself is hidden with its thread. */
export async function hidePost(actor: Actor, { id, ...hide }: Hide): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const held = await holdPost(tx, actor, id);
    await hideHeldPost(tx, actor, held, hide);
    return { slug: held.thread.slug, threadId: held.thread.id, number: held.post.number };
  });
}

/** Shows a hidden post again. */
export async function restorePost(actor: Actor, { id, version }: Mark): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const held = await holdPost(tx, actor, id);
    await restoreHeldPost(tx, actor, held, version);
    return { slug: held.thread.slug, threadId: held.thread.id, number: held.post.number };
  });
}

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
  record: (tx: Tx, thread: HeldThread) => Promise<unknown>,
): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await holdThread(tx, actor, input.id);
    authorise(canModerate(actor, thread));
    await changeMarks(tx, thread, input.version, marks);
    await record(tx, thread);
    return { slug: thread.slug, threadId: thread.id };
  });
}

async function changeMarks(tx: Tx, thread: HeldThread, version: number, marks: Marks): Promise<void> {
  const { count } = await tx.thread.updateMany({
    where: { id: thread.id, version },
    data: { ...marks, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "thread", id: thread.id });
}

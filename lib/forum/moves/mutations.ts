import "server-only";
import { joinDrafts } from "@/lib/forum/drafts/commands";
import { type HeldThread, holdThread, recordThread } from "@/lib/forum/moderation/commands";
import { countParticipants, takeAlong } from "@/lib/forum/moves/along";
import { divideReading, joinReading } from "@/lib/forum/moves/joined-reading";
import { movePosts, settleThread } from "@/lib/forum/moves/moving";
import type { Choice, MergeThread, SplitThread } from "@/lib/forum/moves/schema";
import { canModerate } from "@/lib/forum/policy";
import { copyLinks, moveLinks } from "@/lib/links/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { assertUnchanged } from "@/lib/platform/stale";

type ThreadPlace = { slug: string; threadId: string };

/** Makes a thread of its own of some posts of another, which keeps its first one. */
export async function splitThread(actor: Actor, input: SplitThread): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    const thread = await holdThread(tx, actor, input.id);
    const { programmeId, slug } = thread;
    authorise(canModerate(actor, thread));
    if (thread.hiddenAt) throw new DomainError("forum.threadHidden");
    const category = { id: input.categoryId, programmeId };
    found(await tx.category.findFirst({ where: category, select: { id: true } }), "category");
    const first = await findFirst(tx, thread, input.choice);
    const made = await tx.thread.create({
      data: {
        categoryId: category.id,
        title: input.title,
        authorId: first.authorId,
        createdAt: first.createdAt,
        lastPostAt: first.createdAt,
        lockedAt: thread.lockedAt,
        slowMinutes: thread.slowMinutes,
      },
      select: { id: true },
    });
    const move = { from: thread.id, to: made.id };
    const posts = await movePosts(tx, { ...move, after: 0, choice: input.choice });
    const accepted = thread.acceptedPostId
      ? await tx.post.findUnique({
          where: { id: thread.acceptedPostId },
          select: { id: true, threadId: true, number: true },
        })
      : null;
    const goesAlong = accepted?.threadId === made.id;
    // The post with which the new one begins is its question.
    const answer = goesAlong && accepted.number > 1 ? accepted.id : null;
    await settleThread(tx, { id: made.id, acceptedPostId: answer });
    await settleThread(tx, {
      id: thread.id,
      acceptedPostId: goesAlong ? null : thread.acceptedPostId,
    });
    await divideReading(tx, move);
    await countParticipants(tx, move);
    await copyLinks(tx, actor, move);
    await recordThread(tx, actor, thread, {
      kind: "forum.threadSplit",
      data: { into: made.id, posts, first: first.number },
    });
    return { slug, threadId: made.id };
  });
}

/** Ends a thread in another one of its programme: its posts follow the last one there, and its address leads to them. */
export async function mergeThread(actor: Actor, { id, version, into }: MergeThread): Promise<ThreadPlace> {
  return inTransaction(async (tx) => {
    // In one order, whichever ends in which: two moderators at once wait, and never for each other.
    await tx.$executeRaw`select 1 from thread where id in (${id}::uuid, ${into}::uuid) order by id for update`;
    const thread = await holdThread(tx, actor, id);
    const { programmeId, slug } = thread;
    authorise(canModerate(actor, thread));
    if (id === into) throw new DomainError("forum.mergeIntoItself");
    const target = await holdThread(tx, actor, into);
    if (target.programmeId !== programmeId) throw new DomainError("forum.mergeElsewhere");
    assertMergeable(thread);
    assertMergeable(target);
    await assertUnchanged(tx, thread.version === version ? 1 : 0, { kind: "thread", id });
    const move = { from: id, to: into };
    const last = target.lastPostNumber;
    const posts = await movePosts(tx, { ...move, after: last, choice: { from: 1 } });
    await settleThread(tx, {
      id: into,
      acceptedPostId: target.acceptedPostId ?? thread.acceptedPostId,
    });
    await joinReading(tx, { ...move, last });
    await joinDrafts(tx, actor, move);
    await countParticipants(tx, move);
    await takeAlong(tx, move);
    await moveLinks(tx, actor, move);
    await tx.threadMerged.updateMany({ where: { threadId: id }, data: { threadId: into } });
    await tx.threadMerged.create({ data: { oldId: id, threadId: into }, select: { oldId: true } });
    await tx.thread.delete({ where: { id }, select: { id: true } });
    await recordThread(tx, actor, target, {
      kind: "forum.threadMerged",
      data: { merged: id, posts, first: last + 1 },
    });
    return { slug, threadId: into };
  });
}

// What is closed to new posts, or read by moderators alone, would change its readers without a word.
function assertMergeable(thread: HeldThread): void {
  if (thread.lockedAt) throw new DomainError("forum.mergeLocked", { title: thread.title });
  if (thread.hiddenAt) throw new DomainError("forum.mergeHidden", { title: thread.title });
}

/** The post with which a new thread begins. */
async function findFirst(tx: Tx, thread: HeldThread, choice: Choice) {
  if (choice.numbers?.includes(1) || choice.from === 1) throw new DomainError("forum.splitFirst");
  const posts = await tx.post.findMany({
    where: {
      threadId: thread.id,
      number: choice.numbers ? { in: choice.numbers } : { gte: choice.from },
    },
    orderBy: { number: "asc" },
    ...(choice.numbers ? {} : { take: 1 }),
    select: { id: true, number: true, authorId: true, createdAt: true, hiddenAt: true },
  });
  const [first] = posts;
  if (!first || (choice.numbers && posts.length < choice.numbers.length))
    throw new DomainError("forum.splitMissing");
  if (first.hiddenAt) throw new DomainError("forum.splitHidden", { number: first.number });
  return first;
}

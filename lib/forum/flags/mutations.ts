import "server-only";
import type { DismissFlags, FlagPost, UpholdFlags } from "@/lib/forum/flags/schema";
import { hideHeldPost, hideHeldThread, holdPost } from "@/lib/forum/moderation/commands";
import { canFlag, canModerate, postVisibleTo } from "@/lib/forum/policy";
import { warn } from "@/lib/forum/warnings/commands";
import type { WarnForFlags } from "@/lib/forum/warnings/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import type { FlagOutcome } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";

type PostPlace = { slug: string; threadId: string; number: number };
type Queue = { slug: string };

/** Flags a post of somebody else for the moderators; once, until they have decided. */
export async function flagPost(actor: Actor, input: FlagPost): Promise<PostPlace> {
  await consume("flag", actor.personId ?? "");
  return inTransaction(async (tx) => {
    // Flags of one post come one after the other, so that the first alone makes it wait.
    await tx.$executeRaw`select 1 from post where id = ${input.id}::uuid for update`;
    const { thread, ...post } = found(
      await tx.post.findFirst({
        where: { AND: [{ id: input.id }, postVisibleTo(actor)] },
        select: {
          id: true,
          number: true,
          authorId: true,
          hiddenAt: true,
          thread: {
            select: {
              id: true,
              hiddenAt: true,
              category: { select: { programmeId: true, programme: { select: { slug: true } } } },
            },
          },
        },
      }),
      "post",
    );
    const { programmeId, programme } = thread.category;
    authorise(canFlag(actor, { programmeId, authorId: post.authorId }));
    if (post.hiddenAt || thread.hiddenAt) throw new DomainError("forum.flaggedHidden");
    const waiting = await findWaiting(tx, post.id);
    if (waiting && (await tx.postFlag.count({ where: { caseId: waiting.id, personId: actor.personId } })) > 0)
      throw new DomainError("forum.flaggedAlready");
    const { id: caseId } =
      waiting ??
      (await tx.flagCase.create({
        data: { postId: post.id, programmeId, openedAt: actor.at },
        select: { id: true },
      }));
    await tx.postFlag.create({
      data: {
        caseId,
        personId: actor.personId,
        reason: input.reason,
        text: input.text,
        createdAt: actor.at,
      },
      select: { id: true },
    });
    // About the case, not the post: whoever wrote it and edits it is told who changed it last, and never who flagged it.
    await recordEvent(tx, actor, {
      kind: waiting ? "forum.flagAdded" : "forum.flagged",
      subject: { kind: "flagCase", id: caseId },
      programmeId,
      data: { reason: input.reason },
    });
    return { slug: programme.slug, threadId: thread.id, number: post.number };
  });
}

/** Decides that those who flagged a post are right: it is hidden, the question with its thread. */
export async function upholdFlags(actor: Actor, { id, reason }: UpholdFlags): Promise<Queue> {
  return inTransaction(async (tx) => {
    const { postId } = await findCase(tx, actor, id);
    const held = await holdPost(tx, actor, postId);
    await decide(tx, actor, id, "HIDDEN");
    const { post, thread } = held;
    if (post.number === 1) await hideHeldThread(tx, actor, thread, { reason, version: thread.version });
    else await hideHeldPost(tx, actor, held, { reason, version: post.version });
    return { slug: thread.slug };
  });
}

/** Decides that nothing is wrong with a post that was flagged. */
export async function dismissFlags(actor: Actor, { id }: DismissFlags): Promise<Queue> {
  return inTransaction(async (tx) => {
    const { slug } = await findCase(tx, actor, id);
    await decide(tx, actor, id, "DISMISSED");
    return { slug };
  });
}

/** Leaves a post that was flagged where it is, and warns its author. */
export async function warnForFlags(actor: Actor, { id, ...told }: WarnForFlags): Promise<Queue> {
  return inTransaction(async (tx) => {
    const { postId, slug } = await findCase(tx, actor, id);
    const held = await holdPost(tx, actor, postId);
    await decide(tx, actor, id, "WARNED");
    await warn(tx, actor, held, told);
    return { slug };
  });
}

async function findWaiting(tx: Tx, postId: string): Promise<{ id: string } | undefined> {
  // Held: who decides at this moment is waited for, so that no flag is decided on unread.
  const [waiting] = await tx.$queryRaw<{ id: string }[]>`
    select id from flag_case where post_id = ${postId}::uuid and decided_at is null for update`;
  return waiting;
}

async function findCase(tx: Tx, actor: Actor, id: string): Promise<{ postId: string; slug: string }> {
  const { post, ...row } = found(
    await tx.flagCase.findFirst({
      where: { id, post: postVisibleTo(actor) },
      select: {
        postId: true,
        programmeId: true,
        post: { select: { thread: { select: { category: { select: { programme: true } } } } } },
      },
    }),
    "flags",
  );
  authorise(canModerate(actor, row));
  return { postId: row.postId, slug: post.thread.category.programme.slug };
}

// Of two moderators at once one has decided, and the other is told.
async function decide(tx: Tx, actor: Actor, id: string, outcome: FlagOutcome): Promise<void> {
  const { count } = await tx.flagCase.updateMany({
    where: { id, decidedAt: null },
    data: { decidedAt: actor.at, outcome, decidedById: actor.personId },
  });
  if (count === 0) throw new DomainError("forum.flagsDecided");
  const { programmeId, _count } = await tx.flagCase.findUniqueOrThrow({
    where: { id },
    select: { programmeId: true, _count: { select: { flags: true } } },
  });
  await recordEvent(tx, actor, {
    kind: "forum.flagsDecided",
    subject: { kind: "flagCase", id },
    programmeId,
    data: { outcome, flags: _count.flags },
  });
}

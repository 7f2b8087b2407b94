import type { HeldPost } from "@/lib/forum/moderation/commands";
import { canModerate } from "@/lib/forum/policy";
import type { WarnAuthor } from "@/lib/forum/warnings/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Warns the author of a post that is held; again only when the warning before was acknowledged. */
export async function warn(
  tx: Tx,
  actor: Actor,
  { post, thread }: HeldPost,
  { reason, text }: Omit<WarnAuthor, "postId">,
): Promise<void> {
  authorise(canModerate(actor, thread));
  if (post.authorId === null) throw new DomainError("forum.nobodyToWarn");
  if (post.authorId === actor.personId) throw new DomainError("forum.warnsOneself");
  if ((await tx.postWarning.count({ where: { postId: post.id, acknowledgedAt: null } })) > 0)
    throw new DomainError("forum.warnedAlready");
  const { id } = await tx.postWarning.create({
    data: {
      postId: post.id,
      programmeId: thread.programmeId,
      personId: post.authorId,
      warnedById: actor.personId,
      reason,
      text,
      createdAt: actor.at,
    },
    select: { id: true },
  });
  await recordEvent(tx, actor, {
    kind: "forum.authorWarned",
    subject: { kind: "warning", id },
    programmeId: thread.programmeId,
    data: { person: post.authorId, postId: post.id, reason },
  });
}

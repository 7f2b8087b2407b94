import "server-only";
import { holdPost } from "@/lib/forum/moderation/commands";
import { warn } from "@/lib/forum/warnings/commands";
import type { Acknowledge, WarnAuthor } from "@/lib/forum/warnings/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Warns the author of a post, which stays where it is. */
export async function warnAuthor(
  actor: Actor,
  { postId, ...told }: WarnAuthor,
): Promise<{ slug: string; threadId: string; number: number }> {
  return inTransaction(async (tx) => {
    const held = await holdPost(tx, actor, postId);
    await warn(tx, actor, held, told);
    return { slug: held.thread.slug, threadId: held.thread.id, number: held.post.number };
  });
}

/** Says that one has read a warning; from then on it no longer stands above what one writes. */
export async function acknowledgeWarning(
  actor: Actor,
  { id, threadId }: Acknowledge,
): Promise<{ slug: string; threadId?: string }> {
  return inTransaction(async (tx) => {
    const { post, programmeId, personId } = found(
      await tx.postWarning.findFirst({
        // Nobody's but one's own: a visitor has none.
        where: { id, personId: { in: actor.personId ? [actor.personId] : [] } },
        select: {
          programmeId: true,
          personId: true,
          post: {
            select: {
              thread: { select: { category: { select: { programme: { select: { slug: true } } } } } },
            },
          },
        },
      }),
      "warning",
    );
    const place = { slug: post.thread.category.programme.slug, threadId };
    const { count } = await tx.postWarning.updateMany({
      where: { id, acknowledgedAt: null },
      data: { acknowledgedAt: actor.at },
    });
    if (count === 0) return place;
    await recordEvent(tx, actor, {
      kind: "forum.warningAcknowledged",
      subject: { kind: "warning", id },
      programmeId,
      data: { person: personId },
    });
    return place;
  });
}

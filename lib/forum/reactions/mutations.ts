import "server-only";
import { canPost, postVisibleTo } from "@/lib/forum/policy";
import type { React } from "@/lib/forum/reactions/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/**
 * Says what one thinks of somebody else's post, or takes it back. Each kind counts once a person, however often it is sent:
 * only what changes something is an event.
 */
export async function react(
  actor: Actor,
  { act: { postId, kind, how } }: React,
): Promise<{ slug: string; threadId: string; number: number }> {
  return inTransaction(async (tx) => {
    const post = found(
      await tx.post.findFirst({
        where: { AND: [{ id: postId, hiddenAt: null }, postVisibleTo(actor)] },
        select: {
          number: true,
          authorId: true,
          thread: {
            select: {
              id: true,
              lockedAt: true,
              category: { select: { programmeId: true, programme: { select: { slug: true } } } },
            },
          },
        },
      }),
      "post",
    );
    const { id: threadId, lockedAt, category } = post.thread;
    authorise(canPost(actor, category));
    if (post.authorId === actor.personId) throw new DomainError("forum.ownPost");
    if (lockedAt) throw new DomainError("forum.lockedForReactions");
    const own = { postId, personId: actor.personId as string, kind };
    const { count } =
      how === "give"
        ? await tx.postReaction.createMany({ data: [{ ...own, createdAt: actor.at }], skipDuplicates: true })
        : await tx.postReaction.deleteMany({ where: own });
    if (count > 0)
      await recordEvent(tx, actor, {
        kind: how === "give" ? "forum.reactionGiven" : "forum.reactionTaken",
        subject: { kind: "post", id: postId },
        programmeId: category.programmeId,
        data: { threadId, number: post.number, kind },
      });
    return { slug: category.programme.slug, threadId, number: post.number };
  });
}

import "server-only";
import { findDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import type { AddComment, ResolveComment } from "@/lib/documents/deliverables/comments/schema";
import { assertNotLocked } from "@/lib/documents/deliverables/lifecycle";
import { canResolve, canReview, exchangeVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";

type Place = { id: string; slug: string };

/** Writes a remark on a version that was sent, or on one page of it. */
export async function addComment(actor: Actor, input: AddComment): Promise<Place> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    assertNotLocked(deliverable.state);
    const version = found(
      await tx.documentVersion.findFirst({
        where: {
          id: input.versionId,
          submissions: { some: { deliverableId: deliverable.id, withdrawnAt: null } },
        },
        select: { id: true },
      }),
      "version",
    );
    const { id } = await tx.reviewComment.create({
      data: {
        deliverableId: deliverable.id,
        versionId: version.id,
        page: input.page ?? null,
        text: input.text,
        authorId: actor.personId,
        createdAt: actor.at,
      },
      select: { id: true },
    });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.commented",
      data: { commentId: id, versionId: version.id },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Says that a remark is settled, once. */
export async function resolveComment(actor: Actor, input: ResolveComment): Promise<Place> {
  return inTransaction(async (tx) => {
    const comment = found(
      await tx.reviewComment.findFirst({
        where: { id: input.id, deliverable: exchangeVisibleTo(actor) },
        select: { id: true, deliverableId: true, authorId: true },
      }),
      "comment",
    );
    const deliverable = await findDeliverable(tx, actor, comment.deliverableId);
    authorise(canResolve(actor, deliverable, comment));
    assertNotLocked(deliverable.state);
    const { count } = await tx.reviewComment.updateMany({
      where: { id: comment.id, resolvedAt: null },
      data: { resolvedAt: actor.at, resolvedById: actor.personId },
    });
    if (count === 0) throw new DomainError("deliverables.alreadyResolved");
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.commentResolved",
      data: { commentId: comment.id },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

import "server-only";
import { canRequestDeliverables, requestVisibleTo } from "@/lib/documents/deliverables/policy";
import {
  assertTemplate,
  checkMaterials,
  checkReviewers,
  createRequest,
} from "@/lib/documents/deliverables/requests/commands";
import { inOrder } from "@/lib/documents/deliverables/requests/reviewers";
import { termsOf } from "@/lib/documents/deliverables/requests/terms";
import type { ChangeRequest, RequestDeliverable } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";

/** Asks bodies for a deliverable: one is made at once for each that owes it. */
export async function requestDeliverable(
  actor: Actor,
  input: RequestDeliverable,
): Promise<{ id: string; slug: string }> {
  return inTransaction((tx) => createRequest(tx, actor, input));
}

/** Changes a request. Bodies without an extension follow its new due moment; those with one keep theirs. */
export async function changeRequest(
  actor: Actor,
  input: ChangeRequest,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const request = found(
      await tx.deliverableRequest.findFirst({
        where: { AND: [{ id: input.id }, requestVisibleTo(actor)] },
        select: { id: true, programmeId: true, dueAt: true, programme: { select: { slug: true } } },
      }),
      "request",
    );
    authorise(canRequestDeliverables(actor, request.programmeId));
    await assertTemplate(tx, actor, input.templateDocumentId, request.programmeId);
    const reviewers = await checkReviewers(tx, actor, input, request.programmeId);
    const materials = await checkMaterials(tx, actor, input.materials, request.programmeId);
    const due = termsOf(input);
    const { count } = await tx.deliverableRequest.updateMany({
      where: { id: input.id, version: input.version },
      data: {
        title: input.title,
        instructions: input.instructions,
        ...due,
        templateDocumentId: input.templateDocumentId ?? null,
        releaseByReferent: input.releaseByReferent === "on",
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "request", id: input.id });
    // Rounds that have begun keep the chain that they began with.
    await tx.requestReviewer.deleteMany({ where: { requestId: input.id } });
    await tx.requestReviewer.createMany({
      data: inOrder(reviewers).map((one) => ({ ...one, requestId: input.id })),
    });
    await tx.requestMaterial.deleteMany({ where: { requestId: input.id } });
    await tx.requestMaterial.createMany({
      data: materials.map((documentId) => ({ requestId: input.id, documentId })),
    });
    await tx.deliverable.updateMany({
      where: { requestId: input.id, extensions: { none: {} } },
      data: { dueAt: due.dueAt },
    });
    await recordEvent(tx, actor, {
      kind: "documents.requestChanged",
      subject: { kind: "request", id: input.id },
      programmeId: request.programmeId,
      data: { dueMoved: due.dueAt.getTime() !== request.dueAt.getTime() },
    });
    return { id: input.id, slug: request.programme.slug };
  });
}

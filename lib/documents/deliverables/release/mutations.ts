import "server-only";
import { findDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import { assertDraftOpen } from "@/lib/documents/deliverables/lifecycle";
import { canSubmit } from "@/lib/documents/deliverables/policy";
import type { MarkReady } from "@/lib/documents/deliverables/release/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { assertUnchanged } from "@/lib/platform/stale";

/** Says that the newest draft is ready, where only a referent sends: the referents of the body are told. */
export async function markReady(actor: Actor, input: MarkReady): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canSubmit(actor, deliverable));
    assertDraftOpen(deliverable.state);
    if (!deliverable.request.releaseByReferent) throw new DomainError("deliverables.noReleaseNeeded");
    const last = found(
      await tx.documentVersion.findFirst({
        where: { document: { deliverable: { id: deliverable.id } } },
        orderBy: { number: "desc" },
        select: { id: true, number: true },
      }),
      "version",
    );
    if (last.id !== input.versionId) throw new DomainError("documents.newerDraft", { number: last.number });
    const { count } = await tx.deliverable.updateMany({
      where: { id: deliverable.id, version: input.version },
      data: {
        readyVersionId: last.id,
        readyAt: actor.at,
        readyById: actor.personId,
        version: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "deliverable", id: deliverable.id });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.draftReady",
      data: { number: last.number },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

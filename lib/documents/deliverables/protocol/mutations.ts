import "server-only";
import { findDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import { canSetProtocol, exchangeVisibleTo } from "@/lib/documents/deliverables/policy";
import type { SetProtocol } from "@/lib/documents/deliverables/protocol/schema";
import { renewRegister } from "@/lib/documents/deliverables/register/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";

/**
 * Enters under which number and day a submission was registered, and by which certified mail it came. Offices register
 * days later, so that it may be after the lock: the register is then made anew.
 */
export async function setProtocol(actor: Actor, input: SetProtocol): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const submission = found(
      await tx.submission.findFirst({
        where: { id: input.id, deliverable: exchangeVisibleTo(actor) },
        select: { id: true, deliverableId: true },
      }),
      "submission",
    );
    const deliverable = await findDeliverable(tx, actor, submission.deliverableId);
    authorise(canSetProtocol(actor, deliverable));
    if (input.protocolDate && input.protocolDate > romeDay(actor.at))
      throw new DomainError("deliverables.protocolInTheFuture", {}, "protocolDate");
    const { count } = await tx.submission.updateMany({
      where: { id: submission.id, rowVersion: input.rowVersion },
      data: {
        protocolNumber: input.protocolNumber ?? null,
        protocolDate: input.protocolDate ? fromDateOnly(input.protocolDate) : null,
        pecReference: input.pecReference ?? null,
        rowVersion: { increment: 1 },
      },
    });
    await assertUnchanged(tx, count, { kind: "deliverable", id: deliverable.id });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.protocolSet",
      data: { submissionId: submission.id },
    });
    if (deliverable.state === "LOCKED") await renewRegister(tx, actor, deliverable.id);
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

import "server-only";
import { type FoundDeliverable, recordDeliverableEvent } from "@/lib/documents/deliverables/commands";
import { extensionRequestTransitions } from "@/lib/documents/deliverables/extensions/lifecycle";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { romeDay } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";

/** Gives a body until a later moment, with a reason; a cut-off that would come before moves with it. */
export async function extendTo(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
  input: { newDueAt: Date; reason: string; shown: number },
): Promise<void> {
  const { newDueAt, reason } = input;
  const { count } = await tx.deliverable.updateMany({
    where: { id: deliverable.id, version: input.shown },
    data: { dueAt: newDueAt, version: { increment: 1 } },
  });
  await assertUnchanged(tx, count, { kind: "deliverable", id: deliverable.id });
  await tx.extension.create({
    data: {
      deliverableId: deliverable.id,
      newDueAt,
      reason,
      grantedById: actor.personId,
      grantedAt: actor.at,
    },
  });
  await recordDeliverableEvent(tx, actor, deliverable, {
    kind: "documents.extensionGranted",
    data: { dueDay: romeDay(newDueAt) },
  });
}

/** Ends the request that waits, by a decision. @returns whether one waited */
export async function endRequest(
  tx: Tx,
  actor: Actor,
  where: { id: string } | { deliverableId: string },
  end: { move: "grant" | "refuse" | "withdraw"; answer?: string },
): Promise<boolean> {
  const { count } = await tx.extensionRequest.updateMany({
    where: { ...where, state: "OPEN" },
    data: {
      state: extensionRequestTransitions.OPEN[end.move],
      decidedById: actor.personId,
      decidedAt: actor.at,
      answer: end.answer ?? "",
    },
  });
  return count > 0;
}

/** A body that sends needs no more time. */
export async function dropOpenRequest(tx: Tx, actor: Actor, deliverableId: string): Promise<void> {
  await endRequest(tx, actor, { deliverableId }, { move: "withdraw" });
}

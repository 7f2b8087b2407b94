import "server-only";
import {
  type FoundDeliverable,
  findDeliverable,
  moveState,
  recordDeliverableEvent,
} from "@/lib/documents/deliverables/commands";
import { moveDeliverable } from "@/lib/documents/deliverables/lifecycle";
import { canExtendOrLock, canReview } from "@/lib/documents/deliverables/policy";
import type { Decide, Extend, MoveDeliverable } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { endOfRomeDay, romeDay } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";

type Moved = { id: string; slug: string };

/** A reviewer opens what was sent: from now on the body cannot take it back. */
export async function openReview(actor: Actor, input: MoveDeliverable): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state: moveDeliverable(deliverable.state, "openReview"),
    });
    await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.reviewOpened" });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Approves the version that was read, or asks for changes with what to change. */
export async function decideReview(actor: Actor, input: Decide): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    const approves = input.decision === "APPROVED";
    const state = moveDeliverable(deliverable.state, approves ? "approve" : "requestChanges");
    const sent = await lastSent(tx, deliverable);
    if (sent.versionId !== input.versionId)
      throw new DomainError("documents.newerSubmission", { number: sent.version.number });
    await moveState(tx, actor, deliverable, { shown: input.version, state });
    await tx.review.create({
      data: {
        deliverableId: deliverable.id,
        versionId: input.versionId,
        reviewerId: actor.personId,
        decision: input.decision,
        comment: input.comment,
        decidedAt: actor.at,
      },
    });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: approves ? "documents.approved" : "documents.changesRequested",
      data: { versionId: input.versionId },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Undoes an approval given by mistake, until the lock. */
export async function undoApproval(actor: Actor, input: MoveDeliverable): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state: moveDeliverable(deliverable.state, "undoApproval"),
    });
    await tx.review.updateMany({
      where: { deliverableId: deliverable.id, decision: "APPROVED", undoneAt: null },
      data: { undoneAt: actor.at },
    });
    await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.approvalUndone" });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Locks an approved deliverable: nothing about it changes any more. */
export async function lockDeliverable(actor: Actor, input: MoveDeliverable): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canExtendOrLock(actor, deliverable));
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state: moveDeliverable(deliverable.state, "lock"),
    });
    await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.locked" });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Gives one body until the end of a later day, with a reason; a cut-off that would come before moves with it. */
export async function grantExtension(actor: Actor, input: Extend): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canExtendOrLock(actor, deliverable));
    if (deliverable.state !== "TO_DO" && deliverable.state !== "CHANGES_REQUESTED") {
      throw new DomainError("documents.extensionNotNeeded", { state: deliverable.state });
    }
    const newDueAt = endOfRomeDay(input.newDueDay);
    if (newDueAt <= deliverable.dueAt || newDueAt <= actor.at) {
      throw new DomainError(
        "documents.extensionNotLater",
        { at: deliverable.dueAt > actor.at ? deliverable.dueAt : actor.at },
        "newDueDay",
      );
    }
    const { count } = await tx.deliverable.updateMany({
      where: { id: deliverable.id, version: input.version },
      data: { dueAt: newDueAt, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "deliverable", id: deliverable.id });
    await tx.extension.create({
      data: {
        deliverableId: deliverable.id,
        newDueAt,
        reason: input.reason,
        grantedById: actor.personId,
        grantedAt: actor.at,
      },
    });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.extensionGranted",
      data: { dueDay: romeDay(newDueAt) },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

async function lastSent(tx: Tx, deliverable: FoundDeliverable) {
  return found(
    await tx.submission.findFirst({
      where: { deliverableId: deliverable.id, withdrawnAt: null },
      orderBy: [{ submittedAt: "desc" }, { number: "desc" }],
      select: { versionId: true, version: { select: { number: true } } },
    }),
    "submission",
  );
}

import "server-only";
import {
  type FoundDeliverable,
  findDeliverable,
  moveState,
  recordDeliverableEvent,
} from "@/lib/documents/deliverables/commands";
import { type DeliverableMove, moveDeliverable } from "@/lib/documents/deliverables/lifecycle";
import { canExtendOrLock, canReview } from "@/lib/documents/deliverables/policy";
import { reviewerAt, stepsOf } from "@/lib/documents/deliverables/review/chain";
import { assertTurn, beginRound, lastSent } from "@/lib/documents/deliverables/review/commands";
import type { Decide, Extend, MoveDeliverable, TakeNewer } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError } from "@/lib/platform/errors";
import { endOfRomeDay, romeDay } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";

type Moved = { id: string; slug: string };

/** The first of the chain opens what was sent: from now on the body cannot take it back. */
export async function openReview(actor: Actor, input: MoveDeliverable): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    moveDeliverable(deliverable.state, "openReview");
    await assertTurn(tx, actor, deliverable);
    const { versionId } = await lastSent(tx, actor, deliverable.id);
    const round = await beginRound(tx, actor, deliverable, { shown: input.version, versionId });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.reviewOpened",
      data: { round, versionId },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/**
 * Approves the version under review at one's turn, or asks for changes with what to change. The last approval of the chain
 * approves the deliverable. Where the body has sent a newer version, approving the older one has to be meant.
 */
export async function decideReview(actor: Actor, input: Decide): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    const state = moveDeliverable(deliverable.state, moveOf(deliverable, input.decision));
    const standsInForId = await assertTurn(tx, actor, deliverable);
    // Said before anything else: the page that is made anew shows the newer version.
    if (deliverable.version !== input.version)
      await assertUnchanged(tx, 0, { kind: "deliverable", id: deliverable.id });
    await assertRead(tx, actor, deliverable, input);
    const approves = input.decision === "APPROVED";
    const next = approves ? reviewerAt(deliverable.chain, deliverable.step + 1) : null;
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state,
      review: { nextReviewerId: next },
    });
    const { round, step } = deliverable;
    await tx.review.create({
      data: {
        deliverableId: deliverable.id,
        versionId: input.versionId,
        reviewerId: actor.personId,
        decision: input.decision,
        comment: input.comment,
        decidedAt: actor.at,
        round,
        step,
        standsInForId,
      },
    });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: kindOf(state),
      data: { versionId: input.versionId, round, step, standsInForId },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

function moveOf({ chain, step }: FoundDeliverable, decision: Decide["decision"]): DeliverableMove {
  if (decision === "CHANGES_REQUESTED") return "requestChanges";
  return step < stepsOf(chain) ? "approveStep" : "approve";
}

function kindOf(state: DeliverableState): `documents.${string}` {
  if (state === "IN_REVIEW") return "documents.stepApproved";
  return state === "APPROVED" ? "documents.approved" : "documents.changesRequested";
}

async function assertRead(tx: Tx, actor: Actor, deliverable: FoundDeliverable, input: Decide): Promise<void> {
  const newest = await lastSent(tx, actor, deliverable.id);
  const { number } = newest.version;
  if (deliverable.reviewVersionId !== input.versionId)
    throw new DomainError("documents.newerSubmission", { number });
  const isOlder = newest.versionId !== input.versionId;
  if (isOlder && input.decision === "APPROVED" && !input.goOn)
    throw new DomainError("deliverables.newerWaits", { number }, "goOn");
}

/** Takes the newer version under review in place of the older one: the chain begins anew. */
export async function takeNewer(actor: Actor, input: TakeNewer): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    moveDeliverable(deliverable.state, "takeNewer");
    await assertTurn(tx, actor, deliverable);
    const newest = await lastSent(tx, actor, deliverable.id);
    if (newest.versionId === deliverable.reviewVersionId || newest.versionId !== input.versionId)
      throw new DomainError("documents.newerSubmission", { number: newest.version.number });
    const { versionId } = newest;
    const round = await beginRound(tx, actor, deliverable, { shown: input.version, versionId });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: "documents.newerTaken",
      data: { round, versionId },
    });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

/** Takes one's own last approval back, until the lock: the chain goes back by one place. A coordinator may for others. */
export async function undoApproval(actor: Actor, input: MoveDeliverable): Promise<Moved> {
  return inTransaction(async (tx) => {
    const deliverable = await findDeliverable(tx, actor, input.id);
    authorise(canReview(actor, deliverable));
    const isDone = deliverable.state === "APPROVED";
    const state = moveDeliverable(
      deliverable.state,
      deliverable.state === "IN_REVIEW" ? "undoStep" : "undoApproval",
    );
    const last = deliverable.lastApproval;
    if (!last) throw new DomainError("deliverables.nothingToUndo");
    const isOwn = last.reviewerId !== null && last.reviewerId === actor.personId;
    if (!isOwn && !actor.has("COORDINATOR", { programme: deliverable.programmeId }))
      throw new DomainError("deliverables.notYourApproval");
    const step = deliverable.step - 1;
    await moveState(tx, actor, deliverable, {
      shown: input.version,
      state,
      review: { nextReviewerId: reviewerAt(deliverable.chain, step) },
    });
    await tx.review.update({ where: { id: last.id }, data: { undoneAt: actor.at }, select: { id: true } });
    await recordDeliverableEvent(tx, actor, deliverable, {
      kind: isDone ? "documents.approvalUndone" : "documents.stepUndone",
      data: { round: deliverable.round, step },
    });
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

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
import type { Decide, MoveDeliverable, TakeNewer } from "@/lib/documents/deliverables/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";
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
    const data = { versionId: input.versionId, round, step, standsInForId };
    if (state === "IN_REVIEW")
      await recordDeliverableEvent(tx, actor, deliverable, { kind: "documents.stepApproved", data });
    else
      await recordDeliverableEvent(tx, actor, deliverable, {
        kind: approves ? "documents.approved" : "documents.changesRequested",
        data,
      });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

function moveOf({ chain, step }: FoundDeliverable, decision: Decide["decision"]): DeliverableMove {
  if (decision === "CHANGES_REQUESTED") return "requestChanges";
  return step < stepsOf(chain) ? "approveStep" : "approve";
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
    await enqueue(tx, "make-register", { deliverableId: deliverable.id });
    return { id: deliverable.id, slug: deliverable.slug };
  });
}

import "server-only";
import type { FoundDeliverable } from "@/lib/documents/deliverables/commands";
import { moveState } from "@/lib/documents/deliverables/commands";
import { reviewerAt, takesTurn } from "@/lib/documents/deliverables/review/chain";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";

/**
 * Refuses whose turn it is not.
 * @returns in whose place the actor decides; null in one's own
 * @throws DomainError deliverables.notYourTurn, deliverables.coordinatorsTurn
 */
export async function assertTurn(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
): Promise<string | null> {
  const isCoordinator = actor.has("COORDINATOR", { programme: deliverable.programmeId });
  const turn = takesTurn(deliverable, { personId: actor.personId, isCoordinator });
  if (turn.may) return turn.standsInForId;
  const named = turn.waitsForId
    ? await tx.person.findUnique({
        where: { id: turn.waitsForId },
        select: { givenName: true, familyName: true },
      })
    : null;
  if (!named) throw new DomainError("deliverables.coordinatorsTurn");
  throw new DomainError("deliverables.notYourTurn", { who: `${named.givenName} ${named.familyName}` });
}

/** Takes a version under review: a new round, with the chain of the request as it stands now. */
export async function beginRound(
  tx: Tx,
  actor: Actor,
  deliverable: FoundDeliverable,
  input: { shown: number; versionId: string },
): Promise<number> {
  const chain = deliverable.request.reviewers.map((one) => one.personId);
  const round = deliverable.round + 1;
  await moveState(tx, actor, deliverable, {
    shown: input.shown,
    state: "IN_REVIEW",
    review: { round, reviewVersionId: input.versionId, nextReviewerId: reviewerAt(chain, 1) },
  });
  await tx.reviewStep.createMany({
    data: chain.map((personId, index) => ({
      deliverableId: deliverable.id,
      round,
      position: index + 1,
      personId,
    })),
  });
  return round;
}

/** The version that was sent last and not taken back. */
export async function lastSent(tx: Tx, _actor: Actor, deliverableId: string) {
  return found(
    await tx.submission.findFirst({
      where: { deliverableId, withdrawnAt: null },
      orderBy: [{ submittedAt: "desc" }, { number: "desc" }],
      select: { id: true, versionId: true, version: { select: { number: true } } },
    }),
    "submission",
  );
}

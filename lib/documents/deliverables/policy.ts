import { ownBodies, worksFor } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { ConversationSide } from "@/lib/platform/db/generated/enums";
import type { DeliverableRequestWhereInput, DeliverableWhereInput } from "@/lib/platform/db/generated/models";
import { memberRoles, readerRoles } from "@/lib/programmes/policy";

/** One body's deliverable, as far as rights go. */
export type BodyDeliverable = { organisationId: string; programmeId: string };

/** Requests that may be seen: by members of the programme. */
export function requestVisibleTo(actor: Actor): DeliverableRequestWhereInput {
  return { programmeId: { in: actor.programmesWith(...memberRoles) } };
}

/** Deliverables that may be seen: all by those who read every body, one's own, those of others when approved. */
export function deliverableVisibleTo(actor: Actor): DeliverableWhereInput {
  return {
    OR: [
      { request: { programmeId: { in: actor.programmesWith(...readerRoles) } } },
      ...ownBodies(actor).map(({ programmeId, organisationId }) => ({
        organisationId,
        request: { programmeId },
      })),
      {
        state: { in: ["APPROVED", "LOCKED"] },
        request: { programmeId: { in: actor.programmesWith(...memberRoles) } },
      },
    ],
  };
}

/** Who asks for deliverables, extends, locks and reminds. */
export function canRequestDeliverables(actor: Actor, programmeId: string): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Who prepares, sends and withdraws: the people of the body that owes it. */
export function canSubmit(actor: Actor, deliverable: BodyDeliverable): boolean {
  return worksFor(actor, deliverable);
}

/** Who sends what was prepared: where the request says so, a referent of the body alone. */
export function canRelease(
  actor: Actor,
  deliverable: BodyDeliverable & { request: { releaseByReferent: boolean } },
): boolean {
  if (!deliverable.request.releaseByReferent) return canSubmit(actor, deliverable);
  const { programmeId, organisationId } = deliverable;
  return actor.has("REFERENT", { programme: programmeId, organisation: organisationId });
}

/** Who enters the protocol number of a submission: its body, and the coordinator. */
export function canSetProtocol(actor: Actor, deliverable: BodyDeliverable): boolean {
  return canSubmit(actor, deliverable) || canExtendOrLock(actor, deliverable);
}

/** Who reviews: the coordinator; experts of the programme, where the request names reviewers those named alone. */
export function canReview(
  actor: Actor,
  deliverable: { programmeId: string; chain: readonly (string | null)[] },
): boolean {
  const programme = deliverable.programmeId;
  if (actor.has("COORDINATOR", { programme })) return true;
  if (!actor.has("EXPERT", { programme })) return false;
  return (
    deliverable.chain.length === 0 || (actor.personId !== null && deliverable.chain.includes(actor.personId))
  );
}

/** What waits for that person's review: whose turn it is, where reviewers are named; else any reviewer's. */
export function waitsForReviewBy(actor: Actor): DeliverableWhereInput {
  const reviewed = { request: { programmeId: { in: actor.programmesWith("COORDINATOR", "EXPERT") } } };
  const led = { request: { programmeId: { in: actor.programmesWith("COORDINATOR") } } };
  const unnamed = { request: { reviewers: { none: {} } } };
  const own = actor.personId ?? undefined;
  return {
    AND: [
      reviewed,
      {
        OR: [
          { state: "SUBMITTED", ...unnamed },
          { state: "IN_REVIEW", nextReviewerId: null, steps: { none: {} } },
          // Whoever was named is known no more: the coordinator decides.
          { state: "IN_REVIEW", nextReviewerId: null, AND: led },
          ...(own
            ? [
                {
                  state: "SUBMITTED" as const,
                  request: { reviewers: { some: { position: 1, personId: own } } },
                },
                { state: "IN_REVIEW" as const, nextReviewerId: own },
              ]
            : []),
        ],
      },
    ],
  };
}

/** Deliverables whose inner talk may be read (comments, conversation, what was asked): never by other bodies. */
export function exchangeVisibleTo(actor: Actor): DeliverableWhereInput {
  return {
    OR: [
      { request: { programmeId: { in: actor.programmesWith(...readerRoles) } } },
      ...ownBodies(actor).map(({ programmeId, organisationId }) => ({
        organisationId,
        request: { programmeId },
      })),
    ],
  };
}

/** For which side of the conversation somebody writes; null for who only reads it, or not even that. */
export function sideOf(
  actor: Actor,
  deliverable: BodyDeliverable & { chain: readonly (string | null)[] },
): ConversationSide | null {
  if (canSubmit(actor, deliverable)) return "BODY";
  return canReview(actor, deliverable) ? "REVIEWERS" : null;
}

/** Who says that a comment is settled: the body that it was written for, and its author while still reviewing. */
export function canResolve(
  actor: Actor,
  deliverable: BodyDeliverable & { chain: readonly (string | null)[] },
  comment: { authorId: string | null },
): boolean {
  const isOwn = comment.authorId !== null && comment.authorId === actor.personId;
  return canSubmit(actor, deliverable) || (isOwn && canReview(actor, deliverable));
}

/** Who locks and grants extensions. */
export function canExtendOrLock(actor: Actor, deliverable: { programmeId: string }): boolean {
  return actor.has("COORDINATOR", { programme: deliverable.programmeId });
}

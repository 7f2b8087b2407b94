import { memberRoles, ownBodies, readerRoles, worksFor } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { DeliverableRequestWhereInput, DeliverableWhereInput } from "@/lib/platform/db/generated/models";

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

/** Who reviews: the coordinator, and experts of the programme (the chain of reviewers narrows them later). */
export function canReview(actor: Actor, deliverable: { programmeId: string }): boolean {
  return actor.has(["COORDINATOR", "EXPERT"], { programme: deliverable.programmeId });
}

/** Who locks and grants extensions. */
export function canExtendOrLock(actor: Actor, deliverable: { programmeId: string }): boolean {
  return actor.has("COORDINATOR", { programme: deliverable.programmeId });
}

import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";
import { type Transitions, transition } from "@/lib/platform/moves";

export type DeliverableMove =
  | "submit"
  | "withdraw"
  | "openReview"
  | "approveStep"
  | "undoStep"
  | "submitNewer"
  | "takeNewer"
  | "approve"
  | "requestChanges"
  | "undoApproval"
  | "lock";

/** docs/states.md, Deliverable. */
export const deliverableTransitions = {
  TO_DO: { submit: "SUBMITTED" },
  SUBMITTED: { openReview: "IN_REVIEW", withdraw: "TO_DO" },
  IN_REVIEW: {
    approveStep: "IN_REVIEW",
    undoStep: "IN_REVIEW",
    submitNewer: "IN_REVIEW",
    takeNewer: "IN_REVIEW",
    approve: "APPROVED",
    requestChanges: "CHANGES_REQUESTED",
  },
  CHANGES_REQUESTED: { submit: "SUBMITTED" },
  APPROVED: { undoApproval: "IN_REVIEW", lock: "LOCKED" },
  LOCKED: {},
} as const satisfies Transitions<DeliverableState, DeliverableMove>;

/** Where a move leads. @throws DomainError documents.moveNotAllowed */
export function moveDeliverable(state: DeliverableState, move: DeliverableMove): DeliverableState {
  return transition<DeliverableState, DeliverableMove>("documents", deliverableTransitions, state, move);
}

/** Hours after the last approval at which an approved deliverable is locked by itself (domain.md, Deliverable). */
export const lockAfterHours = 24;

/** @throws DomainError deliverables.locked: after the lock nothing about a deliverable changes any more but its protocol number */
export function assertNotLocked(state: DeliverableState): void {
  if (state === "LOCKED") throw new DomainError("deliverables.locked");
}

/** While a version is reviewed a newer one may be prepared; what was sent and not opened yet is taken back instead. */
export function assertDraftOpen(state: DeliverableState): void {
  assertNotLocked(state);
  if (state === "SUBMITTED" || state === "APPROVED")
    throw new DomainError("documents.draftNotOpen", { state });
}

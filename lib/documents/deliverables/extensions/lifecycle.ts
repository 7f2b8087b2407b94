import type { DeliverableState, ExtensionRequestState } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";
import type { Transitions } from "@/lib/platform/moves";

export type ExtensionMove = "grant" | "refuse" | "withdraw";

/** docs/states.md, Extension request. */
export const extensionRequestTransitions = {
  OPEN: { grant: "GRANTED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  GRANTED: {},
  REFUSED: {},
  WITHDRAWN: {},
} as const satisfies Transitions<ExtensionRequestState, ExtensionMove>;

/** @throws DomainError when nothing is owed any more, or the day is not later than what holds and than today */
export function assertLater(
  deliverable: { state: DeliverableState; dueAt: Date },
  newDueAt: Date,
  { at, field }: { at: Date; field: string },
): void {
  if (deliverable.state !== "TO_DO" && deliverable.state !== "CHANGES_REQUESTED") {
    throw new DomainError("documents.extensionNotNeeded", { state: deliverable.state });
  }
  if (newDueAt > deliverable.dueAt && newDueAt > at) return;
  const after = deliverable.dueAt > at ? deliverable.dueAt : at;
  throw new DomainError("documents.extensionNotLater", { at: after }, field);
}

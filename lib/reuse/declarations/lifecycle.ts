import type { ReuseDeclarationState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type ReuseDeclarationMove = "confirm" | "withdraw" | "renew" | "show" | "refuse" | "reconsider";

/** docs/states.md, "Reuse declaration". */
export const reuseDeclarationTransitions = {
  PENDING: { confirm: "WAITING", withdraw: "WITHDRAWN", renew: "PENDING" },
  WAITING: { show: "SHOWN", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  SHOWN: { reconsider: "WAITING", withdraw: "WITHDRAWN" },
  REFUSED: { reconsider: "WAITING", withdraw: "WITHDRAWN" },
  WITHDRAWN: { renew: "PENDING" },
} as const satisfies Record<
  ReuseDeclarationState,
  Partial<Record<ReuseDeclarationMove, ReuseDeclarationState>>
>;

/** Where a move leads; refused with "reuse.moveNotAllowed" when the state does not allow it. */
export function nextDeclarationState(
  state: ReuseDeclarationState,
  move: ReuseDeclarationMove,
): ReuseDeclarationState {
  return transition<ReuseDeclarationState, ReuseDeclarationMove>(
    "reuse",
    reuseDeclarationTransitions,
    state,
    move,
  );
}

/** Days within which the link of a mail confirms a declaration; what was never confirmed goes with it. */
export const daysToConfirm = 7;

/** Months after a refusal or a withdrawal for which contact and address are kept. */
export const monthsKept = 6;

const day = 86_400_000;

/** Until when a link that is sent at a moment confirms. */
export function confirmableUntil(at: Date): Date {
  return new Date(at.getTime() + daysToConfirm * day);
}

import type { ReuseItemState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type ReuseItemMove = "withdraw" | "restore";

/** docs/states.md, "Reuse item". */
export const reuseItemTransitions = {
  PUBLISHED: { withdraw: "WITHDRAWN" },
  WITHDRAWN: { restore: "PUBLISHED" },
} as const satisfies Record<ReuseItemState, Partial<Record<ReuseItemMove, ReuseItemState>>>;

/** Where a move leads; refused with "reuse.moveNotAllowed" when the state does not allow it. */
export function nextItemState(state: ReuseItemState, move: ReuseItemMove): ReuseItemState {
  return transition<ReuseItemState, ReuseItemMove>("reuse", reuseItemTransitions, state, move);
}

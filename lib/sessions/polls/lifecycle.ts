import type { PollState, SessionState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type PollMove = "decide" | "cancel";

/** docs/states.md, "Poll". */
export const pollTransitions = {
  OPEN: { decide: "DECIDED", cancel: "CANCELLED" },
  DECIDED: {},
  CANCELLED: {},
} as const satisfies Record<PollState, Partial<Record<PollMove, PollState>>>;

/** Where a move leads; refused with "planning.moveNotAllowed" when the state does not allow it. */
export function nextPollState(state: PollState, move: PollMove): PollState {
  return transition<PollState, PollMove>("planning", pollTransitions, state, move);
}

type Open = { state: PollState; closesAt: Date; session: { state: SessionState } };

/** Whether answers are taken: until the closing moment, unless it was decided before or its draft is none any more. */
export function takesAnswers({ state, closesAt, session }: Open, at: Date): boolean {
  return state === "OPEN" && session.state === "DRAFT" && at < closesAt;
}

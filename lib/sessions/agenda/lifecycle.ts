import type { ProposalState, SessionState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type ProposalMove = "take" | "decline" | "withdraw";

/** docs/states.md, "Proposal". */
export const proposalTransitions = {
  PROPOSED: { take: "TAKEN", decline: "DECLINED", withdraw: "WITHDRAWN" },
  TAKEN: {},
  DECLINED: {},
  WITHDRAWN: {},
} as const satisfies Record<ProposalState, Partial<Record<ProposalMove, ProposalState>>>;

/** Where a move leads; refused with "planning.moveNotAllowed" when the state does not allow it. */
export function nextProposalState(state: ProposalState, move: ProposalMove): ProposalState {
  return transition<ProposalState, ProposalMove>("planning", proposalTransitions, state, move);
}

/** Whether points may still be proposed, taken, or drawn in: until the session starts. */
export function takesPoints(session: { state: SessionState; startsAt: Date }, at: Date): boolean {
  return (session.state === "DRAFT" || session.state === "CONVENED") && at < session.startsAt;
}

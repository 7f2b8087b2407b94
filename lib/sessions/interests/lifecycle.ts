import type { Audience, InterestState, SessionKind, SessionState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type InterestMove = "confirm" | "withdraw" | "renew";

/** docs/states.md, "Interest". */
export const interestTransitions = {
  PENDING: { confirm: "CONFIRMED", withdraw: "WITHDRAWN", renew: "PENDING" },
  CONFIRMED: { withdraw: "WITHDRAWN" },
  WITHDRAWN: { renew: "PENDING" },
} as const satisfies Record<InterestState, Partial<Record<InterestMove, InterestState>>>;

/** Where a move leads; refused with "planning.moveNotAllowed" when the state does not allow it. */
export function nextInterestState(state: InterestState, move: InterestMove): InterestState {
  return transition<InterestState, InterestMove>("planning", interestTransitions, state, move);
}

type Meeting = { kind: SessionKind; audience: Audience; state: SessionState; startsAt: Date };

/** Whether bodies are asked at all if they would come: to a dissemination meeting that everybody sees. */
export function asksForInterest(meeting: Pick<Meeting, "kind" | "audience">): boolean {
  return meeting.kind === "DISSEMINATION" && meeting.audience !== "PROGRAMME";
}

/** Whether a body may still say that it would come, or take it back: until the meeting starts. */
export function takesInterest(meeting: Meeting, at: Date): boolean {
  return asksForInterest(meeting) && meeting.state === "CONVENED" && at < meeting.startsAt;
}

const day = 86_400_000;

/** Days within which the link of a mail confirms an interest; what was never confirmed goes with it. */
export const daysToConfirm = 7;

/** Months after a meeting for which contact and address of other bodies are kept. */
export const monthsKept = 6;

/** Until when a link that is sent at a moment confirms. */
export function confirmableUntil(at: Date): Date {
  return new Date(at.getTime() + daysToConfirm * day);
}

import type { MinutesState, SessionState } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";
import { transition } from "@/lib/platform/moves";

export type MinutesMove = "propose" | "approve" | "object" | "publish" | "withdraw";

/** docs/states.md, "Minutes". */
export const minutesTransitions = {
  DRAFT: { propose: "PROPOSED" },
  PROPOSED: { approve: "APPROVED", object: "OBJECTED", withdraw: "DRAFT" },
  OBJECTED: { propose: "PROPOSED", withdraw: "DRAFT" },
  APPROVED: { publish: "PUBLISHED", withdraw: "DRAFT" },
  PUBLISHED: { withdraw: "DRAFT" },
} as const satisfies Record<MinutesState, Partial<Record<MinutesMove, MinutesState>>>;

/** Where a move leads; refused with "minutes.moveNotAllowed" when the state does not allow it. */
export function moveMinutes(state: MinutesState, move: MinutesMove): MinutesState {
  return transition<MinutesState, MinutesMove>("minutes", minutesTransitions, state, move);
}

/** The states from which a move starts. */
export function statesBefore(move: MinutesMove): MinutesState[] {
  const table: Record<MinutesState, Partial<Record<MinutesMove, MinutesState>>> = minutesTransitions;
  return (Object.keys(table) as MinutesState[]).filter((state) => move in table[state]);
}

/** Minutes may be written where they may be proposed afterwards: before the first proposal, and after an objection. */
export function isWritable(state: MinutesState): boolean {
  return statesBefore("propose").includes(state);
}

/** `runs`: points of its agenda that were started */
type Held = { state: SessionState; startsAt: Date; runs: readonly unknown[] };

/** Whether there is something to write of: the session has begun, be it before its time, and was not cancelled. */
export function isHeld({ state, startsAt, runs }: Held, at: Date): boolean {
  return state === "CLOSED" || (state === "CONVENED" && (startsAt <= at || runs.length > 0));
}

/** Refuses minutes of what did not take place, or not yet. */
export function assertHeld(session: Held, at: Date): void {
  if (!isHeld(session, at))
    throw new DomainError("minutes.notHeld", { state: session.state, start: session.startsAt });
}

type Round = { state: MinutesState; termEndsAt: Date | null };

/** Whether those who attended may give their verdict: until the term ends, also after somebody else's objection. */
export function acceptsVerdicts({ state, termEndsAt }: Round, at: Date): boolean {
  return (state === "PROPOSED" || state === "OBJECTED") && termEndsAt !== null && at <= termEndsAt;
}

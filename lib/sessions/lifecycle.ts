import type { SessionState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type SessionMove = "convene" | "recordPast" | "cancel" | "close" | "reopen";

/** docs/states.md, "Session". */
export const sessionTransitions = {
  DRAFT: { convene: "CONVENED", recordPast: "CLOSED", cancel: "CANCELLED" },
  CONVENED: { close: "CLOSED", cancel: "CANCELLED" },
  CLOSED: { reopen: "CONVENED" },
  CANCELLED: {},
} as const satisfies Record<SessionState, Partial<Record<SessionMove, SessionState>>>;

/** Where a move leads; refused with "sessions.moveNotAllowed" when the state does not allow it. */
export function nextState(state: SessionState, move: SessionMove): SessionState {
  return transition<SessionState, SessionMove>("sessions", sessionTransitions, state, move);
}

/** The moves that a session in this state allows. */
export function movesFrom(state: SessionState): SessionMove[] {
  return Object.keys(sessionTransitions[state]) as SessionMove[];
}

type Times = { state: SessionState; startsAt: Date; endsAt: Date };

/** What a reader is told of a session: its state, with *running* and *held* read from the clock. */
export type SessionPhase = SessionState | "RUNNING" | "HELD";

/** A convened session runs between its start and its end; after that it was held and waits for its closing. */
export function sessionPhase(session: Times, at: Date): SessionPhase {
  if (session.state !== "CONVENED" || at < session.startsAt) return session.state;
  return at < session.endsAt ? "RUNNING" : "HELD";
}

/** The moment at which the doors of the room open: as many minutes before the start as the session says. */
export function roomOpensAt(session: { startsAt: Date; doorsMinutes: number }): Date {
  return new Date(session.startsAt.getTime() - session.doorsMinutes * 60_000);
}

/** Whether people go in: from the opening of the doors to the end, of a convened session. */
export function isRoomOpen(session: Times & { doorsMinutes: number }, at: Date): boolean {
  return session.state === "CONVENED" && at >= roomOpensAt(session) && at < session.endsAt;
}

/** Whether those invited may still answer, or answer otherwise. */
export function acceptsReplies(session: Times, at: Date): boolean {
  return session.state === "CONVENED" && at < session.startsAt;
}

import { addDays } from "date-fns";
import type { SessionState } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";
import { dateOnly, fromDateOnly, romeDay, romeInstant } from "@/lib/platform/rome-time";
import { roomOpensAt } from "@/lib/sessions/lifecycle";

type Times = { state: SessionState; startsAt: Date; endsAt: Date; doorsMinutes: number };

/** Where a session stands on its day. */
export type LivePhase =
  /** not convened, or no longer */
  | "off"
  | "early"
  /** from the opening of the doors */
  | "open"
  /** its day has passed; it waits for its closing */
  | "over"
  | "closed";

const spareHours = 3;

/** The moment after which nothing runs any more: the end of the session's last day in Rome, later where it ends at night. */
export function liveEndsAt({ endsAt }: Pick<Times, "endsAt">): Date {
  const nextDay = dateOnly(addDays(fromDateOnly(romeDay(endsAt)), 1));
  const spare = endsAt.getTime() + spareHours * 3_600_000;
  return new Date(Math.max(romeInstant(nextDay, "00:00").getTime(), spare));
}

/** The phase of a session's day at a moment. */
export function livePhase(session: Times, at: Date): LivePhase {
  if (session.state === "CLOSED") return "closed";
  if (session.state !== "CONVENED") return "off";
  if (at < roomOpensAt(session)) return "early";
  return at < liveEndsAt(session) ? "open" : "over";
}

/** Until when the times of a session count: once its day has passed, to its scheduled end, as its closing will have it. */
export function countedUntil(session: Times, at: Date): Date {
  const phase = livePhase(session, at);
  const isPast = phase === "over" || phase === "closed";
  return isPast && session.endsAt < at ? session.endsAt : at;
}

/** Whether the page of the day is due: on the day itself, before the doors open too. */
export function isLiveDay(session: Times, at: Date): boolean {
  if (session.state !== "CONVENED") return false;
  return livePhase(session, at) === "open" || romeDay(session.startsAt) === romeDay(at);
}

/** Refuses what can only be done while a session runs. */
export function assertOpen(session: Times, at: Date): void {
  const phase = livePhase(session, at);
  if (phase === "early") throw new DomainError("live.tooEarly", { opens: roomOpensAt(session) });
  if (phase === "over") throw new DomainError("live.over", { end: session.endsAt });
  if (phase !== "open") throw new DomainError("live.notConvened", { state: session.state });
}

import type { SessionState } from "@/lib/platform/db/generated/enums";
import { type SessionPhase, sessionPhase } from "@/lib/sessions/lifecycle";
import { lengthInMinutes } from "@/lib/sessions/schedule-checks";

/** Days after its end from which a session that was not closed is asked for. */
export const closingAskedAfterDays = 3;

/** The moment before which a session must have ended for its closing to be asked for. */
export function closingAskedBefore(at: Date): Date {
  return new Date(at.getTime() - closingAskedAfterDays * 86_400_000);
}

/** What a session that took place still lacks. */
export type Missing = "closing" | "attendance" | "minutes" | "publishing";

type Held = {
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  hasAttendance: boolean;
  minutes: { publishedAt: Date | null } | null;
};

/** What is missing of a session at a moment, in the order in which it is done; nothing before its end. */
export function missingOf(session: Held, at: Date): Missing[] {
  const phase: SessionPhase = sessionPhase(session, at);
  if (phase !== "HELD" && phase !== "CLOSED") return [];
  const missing: Missing[] = [];
  if (!session.hasAttendance) missing.push("attendance");
  if (!session.minutes) missing.push("minutes");
  if (phase === "HELD" && session.endsAt < closingAskedBefore(at)) missing.push("closing");
  if (phase === "CLOSED" && session.minutes?.publishedAt === null) missing.push("publishing");
  return missing;
}

/** The three lengths of a session in minutes: three facts, of which only the second is always known. */
export function lengthsOf(session: {
  startsAt: Date;
  endsAt: Date;
  announcedMinutes: number | null;
  actualStartsAt: Date | null;
  actualEndsAt: Date | null;
}): { announced: number | null; scheduled: number; actual: number | null } {
  const { startsAt, endsAt, actualStartsAt, actualEndsAt } = session;
  return {
    announced: session.announcedMinutes,
    scheduled: lengthInMinutes(startsAt, endsAt),
    actual: actualStartsAt && actualEndsAt ? lengthInMinutes(actualStartsAt, actualEndsAt) : null,
  };
}

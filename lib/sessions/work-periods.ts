import { addDays, format, parseISO } from "date-fns";
import { romeDay } from "@/lib/platform/rome-time";
import { daysBetween } from "@/lib/platform/source-date";

/** Days without a session in which the group works at a distance, first and last included. */
export type WorkPeriod = { from: string; to: string; days: number };

/** Shorter pauses are not worth a line of their own. */
const shortestDays = 6;

const plus = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

/**
 * The sessions of a programme in the order of time with the work periods between them: two months without a session are
 * not empty, the group works on application meanwhile (0.41, 0.61). Cancelled ones do not divide a period.
 */
export function withWorkPeriods<S extends { startsAt: Date; endsAt: Date; state: string }>(
  sessions: readonly S[],
): { session: S; workBefore: WorkPeriod | null }[] {
  let last: string | null = null;
  return sessions
    .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime())
    .map((session) => {
      const cancelled = session.state === "CANCELLED";
      const before = last;
      if (!cancelled) last = romeDay(session.endsAt);
      return {
        session,
        workBefore: cancelled || !before ? null : between(before, romeDay(session.startsAt)),
      };
    });
}

function between(lastDay: string, nextDay: string): WorkPeriod | null {
  const days = daysBetween(lastDay, nextDay) - 1;
  return days < shortestDays ? null : { from: plus(lastDay, 1), to: plus(nextDay, -1), days };
}

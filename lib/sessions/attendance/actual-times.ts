import { romeDay, romeInstant } from "@/lib/platform/rome-time";

/** When a session really began and ended, from the times of its form; nothing said = not known. */
export function actualTimes(
  session: { startsAt: Date },
  { actualStart, actualEnd }: { actualStart?: string; actualEnd?: string },
): { actualStartsAt: Date | null; actualEndsAt: Date | null } {
  if (!actualStart || !actualEnd) return { actualStartsAt: null, actualEndsAt: null };
  const day = romeDay(session.startsAt);
  return { actualStartsAt: romeInstant(day, actualStart), actualEndsAt: romeInstant(day, actualEnd) };
}

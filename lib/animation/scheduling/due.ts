import { addDays, format, parseISO } from "date-fns";
import type { ScheduleAnchor, SessionState } from "@/lib/platform/db/generated/enums";
import { romeDay, romeInstant, romeTime } from "@/lib/platform/rome-time";
import { readSourceDate } from "@/lib/platform/source-date";

/** When a post comes, as it was asked for. */
export type Timing = {
  anchor: ScheduleAnchor;
  at: Date | null;
  offsetDays: number;
  offsetHours: number;
  minuteOfDay: number | null;
};

type Anchored = Timing & {
  phase: { begin: unknown; end: unknown } | null;
  session: { startsAt: Date; endsAt: Date; state: SessionState } | null;
};

/**
 * The moment at which a post comes, worked out from its phase or session as they are now; null where there is none: a phase
 * without a date, a session that is cancelled, either of them gone.
 */
export function dueAt({
  anchor,
  at,
  offsetDays,
  offsetHours,
  minuteOfDay,
  phase,
  session,
}: Anchored): Date | null {
  if (anchor === "MOMENT") return at;
  if (anchor === "PHASE_BEGIN" || anchor === "PHASE_END") {
    const day = phase && dayOf(phase, anchor);
    return day ? romeInstant(moved(day, offsetDays), clockOf(minuteOfDay ?? 0)) : null;
  }
  if (!session || session.state === "CANCELLED") return null;
  const base = anchor === "SESSION_START" ? session.startsAt : session.endsAt;
  // Days by the calendar, so that the hour stays the same when the clocks change.
  const onDay = romeInstant(moved(romeDay(base), offsetDays), romeTime(base));
  return new Date(onDay.getTime() + offsetHours * 3_600_000);
}

function dayOf(phase: { begin: unknown; end: unknown }, anchor: "PHASE_BEGIN" | "PHASE_END"): string | null {
  const date = readSourceDate(anchor === "PHASE_BEGIN" ? phase.begin : phase.end);
  if (!date || date.precision === "none") return null;
  return (anchor === "PHASE_BEGIN" ? (date.from ?? date.to) : (date.to ?? date.from)) ?? null;
}

const moved = (day: string, days: number) => format(addDays(parseISO(day), days), "yyyy-MM-dd");

/** Minutes of a day as a clock shows them: 570 is "09:30". */
export function clockOf(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");
}

type Asked = {
  anchor: ScheduleAnchor;
  date?: string;
  time?: string;
  side: "before" | "after";
  days: number;
  hours: number;
};

/** A phase's day has no hour of its own. */
const usualTime = "09:00";

/** What a form asked for, as it is kept. */
export function timingOf({ anchor, date, time = usualTime, side, days, hours }: Asked): Timing {
  const sign = side === "before" ? -1 : 1;
  const isOfPhase = anchor === "PHASE_BEGIN" || anchor === "PHASE_END";
  const isOfSession = anchor === "SESSION_START" || anchor === "SESSION_END";
  const [hour = 0, minute = 0] = time.split(":").map(Number);
  return {
    anchor,
    at: anchor === "MOMENT" && date ? romeInstant(date, time) : null,
    offsetDays: anchor === "MOMENT" ? 0 : sign * days,
    offsetHours: isOfSession ? sign * hours : 0,
    minuteOfDay: isOfPhase ? hour * 60 + minute : null,
  };
}

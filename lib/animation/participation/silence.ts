import { addDays, format, getISODay, parseISO } from "date-fns";
import { z } from "zod";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ weeks: z.number().int().min(1).max(12) });
export type SilenceRule = z.output<typeof schema>;

/** After how many weeks without a post a body counts as silent. */
export const silenceRules: RuleKind<SilenceRule> = { kind: "animation.silence", schema };

/** What holds where nobody has set any. */
export const usualSilence: SilenceRule = { weeks: 3 };

/** Weeks that the matrix shows, the present one included. */
export const shownWeeks = 12;

/** The Monday with which the week of a moment begins in Rome. */
export function mondayOf(at: Date): string {
  const day = parseISO(romeDay(at));
  return format(addDays(day, 1 - getISODay(day)), "yyyy-MM-dd");
}

/** The Mondays of the weeks that are shown, the oldest first. */
export function weeksUpTo(at: Date): string[] {
  const last = parseISO(mondayOf(at));
  return Array.from({ length: shownWeeks }, (_, index) =>
    format(addDays(last, 7 * (index + 1 - shownWeeks)), "yyyy-MM-dd"),
  );
}

/** The moment at which a week begins. */
export function beginOf(monday: string): Date {
  return romeInstant(monday, "00:00");
}

const week = 7 * 86_400_000;

/** Whole weeks since a body's latest post; null where it has none among those that are shown. */
export function weeksSilent(lastPostAt: Date | null, at: Date): number | null {
  return lastPostAt && Math.max(0, Math.floor((at.getTime() - lastPostAt.getTime()) / week));
}

/** Whether a body has been silent for as long as the rule says. */
export function isSilent(lastPostAt: Date | null, at: Date, { weeks }: SilenceRule): boolean {
  const silent = weeksSilent(lastPostAt, at);
  return silent === null || silent >= weeks;
}

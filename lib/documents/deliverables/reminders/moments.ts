import { z } from "zod";
import { daysUntil } from "@/lib/platform/i18n/format";
import type { RuleKind } from "@/lib/platform/rules";

const days = z.array(z.number().int().min(0).max(60)).max(5);
const schema = z.object({ before: days, after: days });
type Moments = z.output<typeof schema>;

/** How many days before and after its due day a body is reminded of what it owes. */
export const reminderRules: RuleKind<Moments> = { kind: "documents.reminders", schema };

/** The days where nobody has set any. */
export const usualMoments: Moments = { before: [7, 1], after: [1] };

/** The reminder that falls on a day, by Rome's calendar; null on all others. */
export function momentOn(
  { before, after }: Moments,
  dueAt: Date,
  at: Date,
): { days: number; isBefore: boolean } | null {
  const left = daysUntil(at, dueAt);
  if (left >= 0 && before.includes(left)) return { days: left, isBefore: true };
  if (left < 0 && after.includes(-left)) return { days: -left, isBefore: false };
  return null;
}

/** What is owed "now": due already, or within a week; the rest is not asked for yet. */
export const owedWithinDays = 7;

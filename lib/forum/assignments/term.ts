import { z } from "zod";
import { endOfRomeDay, romeDay } from "@/lib/platform/rome-time";
import type { RuleKind } from "@/lib/platform/rules";
import { addWorkingDays } from "@/lib/platform/working-days";

const schema = z.object({
  workingDays: z.number().int().min(1).max(60),
  waitingDays: z.number().int().min(0).max(365),
});
export type AnswerTerm = z.output<typeof schema>;

/** Within how many working days an assigned thread is answered, and after how many days an open question waits. */
export const answerRules: RuleKind<AnswerTerm> = { kind: "forum.answerTerm", schema };

/** What holds where nobody has set any. */
export const usualTerm: AnswerTerm = { workingDays: 5, waitingDays: 3 };

/** The day by which a thread is answered that is assigned at a moment. */
export function usualDueDay(at: Date, { workingDays }: AnswerTerm): string {
  return addWorkingDays(romeDay(at), workingDays);
}

/** The last second of the day by which an answer is due. */
export function dueAtEndOf(day: string): Date {
  return endOfRomeDay(day);
}

/** Questions opened before it have waited for so many days. */
export function waitingSince(at: Date, days: number): Date {
  return new Date(at.getTime() - days * 86_400_000);
}

import { z } from "zod";
import { endOfRomeDay, romeDay } from "@/lib/platform/rome-time";
import type { RuleKind } from "@/lib/platform/rules";
import { termEnd } from "@/lib/platform/working-days";

const schema = z.object({ days: z.number().int().min(1).max(90) });

/** How long those who attended may object to proposed minutes. */
export const termRules: RuleKind<z.output<typeof schema>> = { kind: "sessions.minutesTerm", schema };

/** Days where nobody has set any. */
export const usualDays = 7;

/** The last second of the term of minutes proposed at a moment: never a Sunday or a public holiday. */
export function termEndsAt(proposedAt: Date, days: number): Date {
  return endOfRomeDay(termEnd(romeDay(proposedAt), days));
}

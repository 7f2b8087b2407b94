import { z } from "zod";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ days: z.number().int().min(1).max(3_650) });
export type TrashRules = z.output<typeof schema>;

/** How many days what was removed can be restored. */
export const trashRules: RuleKind<TrashRules> = { kind: "documents.trash", schema };

/** The days where nobody has set any. */
export const usualDays: TrashRules = { days: 30 };

/** The moment until which something is kept that is removed at a moment. */
export function keptUntil(at: Date, { days }: TrashRules): Date {
  return new Date(at.getTime() + days * 86_400_000);
}

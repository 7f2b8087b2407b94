import { z } from "zod";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ days: z.number().int().min(1).max(365) });

/** How long a mail of the forum may be answered by mail. */
export const byMailRules: RuleKind<z.output<typeof schema>> = { kind: "forum.repliesByMail", schema };

/** Where nobody has set it. */
export const usualAnswerDays = 30;

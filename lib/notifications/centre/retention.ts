import { z } from "zod";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ readDays: z.number().int().min(1).max(3_650) });

/** How long a notification stays once it was read. */
export const retentionRules: RuleKind<z.output<typeof schema>> = { kind: "notifications.retention", schema };

/** Where nobody has set it. */
export const usualReadDays = 90;

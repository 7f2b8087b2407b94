import { z } from "zod";
import { afterQuietHours } from "@/lib/notifications/quiet-hours";
import type { TemplateName } from "@/lib/notifications/rules";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ minutes: z.number().int().min(0).max(1_440) });

/** For how many minutes what is like one notification joins it; 0: nothing does. */
export const mergingRules: RuleKind<z.output<typeof schema>> = { kind: "notifications.merging", schema };

/** Where nobody has set it. */
export const usualMergingMinutes = 15;

/** Texts that can tell of several at once: what comes in quick succession when people write to each other. */
const mergeable = ["posted", "deliverableMessage"] as const satisfies readonly TemplateName[];
export type MergeableName = (typeof mergeable)[number];

export function isMergeable(kind: TemplateName): kind is MergeableName {
  return mergeable.some((one) => one === kind);
}

/**
 * Until when what is like it joins a line that begins now; null where nothing does. One that would end at night stays
 * open until the morning, when its mail may leave.
 */
export function openUntil(kind: TemplateName, at: Date, minutes: number): Date | null {
  if (minutes === 0 || !isMergeable(kind)) return null;
  const end = new Date(at.getTime() + minutes * 60_000);
  return afterQuietHours(end) ?? end;
}

import { addDays, format, parseISO } from "date-fns";
import { z } from "zod";
import { fromDateOnly, romeDay } from "@/lib/platform/rome-time";
import type { RuleKind } from "@/lib/platform/rules";

const schema = z.object({ retentionDays: z.number().int().min(1).max(3_650) });
export type RecordingRules = z.output<typeof schema>;

/** How long a recording is kept where the coordinator says nothing else. */
export const recordingRules: RuleKind<RecordingRules> = { kind: "sessions.recordings", schema };

// Where no version is in force: voices and faces of people are rather kept too short than for ever.
const strictDays = 180;

/** The last day on which a recording is kept that came to the portal at a moment, as a column holds it. */
export function retainedUntil(at: Date, rules: RecordingRules | null): Date {
  const days = rules?.retentionDays ?? strictDays;
  return fromDateOnly(format(addDays(parseISO(romeDay(at)), days), "yyyy-MM-dd"));
}

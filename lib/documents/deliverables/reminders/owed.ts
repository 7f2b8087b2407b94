import { owedWithinDays } from "@/lib/documents/deliverables/reminders/moments";
import type { DeliverableWhereInput } from "@/lib/platform/db/generated/models";

const day = 86_400_000;

/** What bodies owe at a moment: due already or within a week; of one body all that is open. */
export function owedNow(programmeId: string, at: Date, body?: string): DeliverableWhereInput {
  return {
    state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
    request: { programmeId },
    ...(body ? { organisationId: body } : { dueAt: { lte: new Date(at.getTime() + owedWithinDays * day) } }),
  };
}

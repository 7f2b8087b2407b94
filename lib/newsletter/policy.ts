import type { Actor } from "@/lib/platform/actor";
import type { NewsletterIssueWhereInput, ProgrammeWhereInput } from "@/lib/platform/db/generated/models";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Who writes issues of a programme's newsletter, sends them, and sees how many they go to; never to whom. */
export function canWriteNewsletter(actor: Actor, { programmeId }: { programmeId: string }): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Issues that everybody reads: those that were sent. */
export function sentIssueVisibleTo(actor: Actor): NewsletterIssueWhereInput {
  return { state: "SENT", programme: programmeVisibleTo(actor) };
}

/** Issues that exist for an actor: those that were sent, and all of one's own programmes. */
export function issueVisibleTo(actor: Actor): NewsletterIssueWhereInput {
  return {
    OR: [{ programmeId: { in: actor.programmesWith("COORDINATOR") } }, sentIssueVisibleTo(actor)],
  };
}

/** Programmes whose newsletter can be subscribed to: what is not public yet has no readers, whoever asks. */
export const hasNewsletter = { state: { not: "DRAFT" } } satisfies ProgrammeWhereInput;

import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { canManage, type Run } from "@/lib/sessions/policy";

const memberRoles: Role[] = ["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"];

/** Polls that exist for this actor: those of its programmes, though the draft that they look a date for may not. */
export function pollVisibleTo(actor: Actor): Prisma.DatePollWhereInput {
  if (actor.kind === "system") return {};
  return { session: { programmeId: { in: actor.programmesWith(...memberRoles) } } };
}

/** Opening a poll for a draft, deciding and cancelling it: who manages the draft. */
export function canRunPoll(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

/** Only who would be convened is asked, and answers for itself. */
export function canAnswerPoll(actor: Actor, { askedIds }: { askedIds: readonly string[] }): boolean {
  return actor.personId !== null && askedIds.includes(actor.personId);
}

import type { Actor } from "@/lib/platform/actor";
import type { Prisma } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { canManage, managedBy, type Run, visibleTo } from "@/lib/sessions/policy";

const memberRoles: Role[] = ["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"];

/**
 * Recordings that exist for this actor: once published, for the members of the programme, and for everybody where the
 * session is public and so was the recording made. Those who manage the session see all that was ever there.
 */
export function recordingsVisibleTo(actor: Actor): Prisma.SessionRecordingWhereInput {
  if (actor.kind === "system") return {};
  return {
    OR: [
      { state: "PUBLISHED", isOpen: true, session: { AND: [{ audience: "PUBLIC" }, visibleTo(actor)] } },
      { state: "PUBLISHED", session: { programmeId: { in: actor.programmesWith(...memberRoles) } } },
      { session: managedBy(actor) },
    ],
  };
}

/** Adding, publishing, keeping longer or shorter, removing. */
export function canManageRecordings(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

import type { Actor } from "@/lib/platform/actor";
import type { JoinRole } from "@/lib/platform/db/generated/enums";
import { canManage, type Run } from "@/lib/sessions/policy";

/** As what somebody comes into the room: who manages the session leads it, everybody else attends. */
export function joinRoleOf(actor: Actor, session: Run): JoinRole {
  return canManage(actor, session) ? "MODERATOR" : "ATTENDEE";
}

/** The state of the meeting and who went in, its end, and the link for guests. */
export function canLeadRoom(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

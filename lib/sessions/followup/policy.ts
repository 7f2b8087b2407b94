import type { Actor } from "@/lib/platform/actor";
import { canSchedule } from "@/lib/sessions/policy";

/** How the sessions of a programme go on: who runs it, and those who read all of it. */
export function canFollowUp(actor: Actor, session: { programmeId: string }): boolean {
  return canSchedule(actor, session) || actor.has(["EXPERT", "OBSERVER"], { programme: session.programmeId });
}

import type { Actor } from "@/lib/platform/actor";
import { canManage, type Run } from "@/lib/sessions/policy";

/** The bodies for which the actor speaks, in whatever programme: those of which it is referent or staff. */
export function speaksFor(actor: Actor): string[] {
  return actor.organisationsWith(["REFERENT", "STAFF"]);
}

/** Who says that a body of the portal would come to a meeting, and takes it back. */
export function canExpressFor(actor: Actor, { organisationId }: { organisationId: string }): boolean {
  return speaksFor(actor).includes(organisationId);
}

/** Who reads which bodies would come, with contacts and addresses. */
export function canReadInterests(actor: Actor, session: Run): boolean {
  return canManage(actor, session);
}

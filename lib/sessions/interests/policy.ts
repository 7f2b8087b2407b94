import type { Actor } from "@/lib/platform/actor";

/** The bodies for which the actor speaks, in whatever programme: those of which it is referent or staff. */
export function speaksFor(actor: Actor): string[] {
  return actor.organisationsWith(["REFERENT", "STAFF"]);
}

/** Who says that a body of the portal would come to a meeting, and takes it back. */
export function canExpressFor(actor: Actor, { organisationId }: { organisationId: string }): boolean {
  return speaksFor(actor).includes(organisationId);
}

/** Who reads which bodies would come, with contacts and addresses. */
export function canReadInterests(actor: Actor, { programmeId }: { programmeId: string }): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

import type { Actor } from "@/lib/platform/actor";
import { readerRoles } from "@/lib/programmes/policy";

/** Who takes a programme's official file: those who read what every body sent. What is in it is up to their rights. */
export function canTakeDossier(actor: Actor, programmeId: string): boolean {
  return actor.has(readerRoles, { programme: programmeId });
}

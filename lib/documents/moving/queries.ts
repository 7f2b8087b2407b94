import "server-only";
import { listPlaces, type PlaceGroup } from "@/lib/documents/folders/queries";
import { canAddFolder } from "@/lib/documents/policy";
import { listOwnBodies } from "@/lib/documents/queries";
import type { Actor } from "@/lib/platform/actor";

/** Where the actor may put documents in a programme: the common space, then the own bodies', each with its folders. */
export async function listDestinations(actor: Actor, programmeId: string): Promise<PlaceGroup[]> {
  const bodies = await listOwnBodies(actor, programmeId);
  const places = await listPlaces(actor, programmeId, bodies);
  return places.filter(({ organisation }) =>
    canAddFolder(actor, { programmeId, organisationId: organisation?.id ?? null }),
  );
}

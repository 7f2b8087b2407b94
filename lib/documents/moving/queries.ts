import "server-only";
import { listOwnCircles } from "@/lib/documents/circles/queries";
import { listPlaces, type PlaceGroup } from "@/lib/documents/folders/queries";
import { canAddFolder } from "@/lib/documents/policy";
import { spaceNamed, wordsOf } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";

/** Where the actor may put documents in a programme: the common space, the own bodies' and tables', each with its folders. */
export async function listDestinations(actor: Actor, programmeId: string): Promise<PlaceGroup[]> {
  const places = await listPlaces(actor, programmeId, await listOwnCircles(actor, programmeId));
  return places.filter((place) => canAddFolder(actor, spaceNamed(programmeId, wordsOf(place))));
}

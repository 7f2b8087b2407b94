import "server-only";
import { findPlace } from "@/lib/documents/folders/queries";
import { listDestinations } from "@/lib/documents/moving/queries";
import { canAddFolder, canArrangeDocument } from "@/lib/documents/policy";
import { listDocuments, listOwnBodies, listSpaces } from "@/lib/documents/queries";
import type { DocumentPlace } from "@/lib/documents/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Cursor } from "@/lib/platform/lists/cursor";
import { given } from "@/lib/platform/lists/query";

/**
 * What the page of documents shows of a place: its folders and a page of its documents; with a kind, those of the whole
 * space in one list; of all spaces, or of one that is closed to the actor or not made yet, what may be read of it.
 * @throws NotFoundError for a folder that is not there, or not for the actor
 */
export async function browseDocuments(
  actor: Actor,
  programmeId: string,
  { folder: folderId, body, kind }: DocumentPlace,
  after: Cursor | undefined,
) {
  const place =
    body === "all" ? null : await findPlace(actor, programmeId, given({ folder: folderId, body }));
  const asked = body === "all" ? null : (body ?? null);
  const bodyId = place ? place.space.organisationId : asked;
  const where = place
    ? { place: { spaceId: place.space.id, ...(kind ? {} : { folderId: place.folder?.id ?? null }) }, kind }
    : { kind, body: bodyId ?? undefined };
  const [spaces, ownBodies, documents, destinations] = await Promise.all([
    listSpaces(actor, programmeId),
    listOwnBodies(actor, programmeId),
    listDocuments(actor, programmeId, where, { after, size: 50 }),
    listDestinations(actor, programmeId),
  ]);
  const opened = [...ownBodies, ...spaces.flatMap(({ organisation }) => organisation ?? [])];
  return {
    place,
    /** the body whose space it is; null for the common space, and for all */
    bodyId,
    isAll: body === "all",
    space: spaces.find(({ id }) => id === place?.space.id) ?? null,
    /** bodies whose spaces may be opened, one's own even before they are made */
    bodies: [...new Map(opened.map(({ id, shortName }) => [id, { id, shortName }])).values()],
    // Folders stand before the first page, and where nothing is filtered.
    folders: kind || after ? [] : (place?.folders ?? []),
    documents,
    destinations,
    tickable:
      destinations.length > 0
        ? documents.rows.filter((row) => canArrangeDocument(actor, row)).map(({ id }) => id)
        : [],
    mayAdd: body !== "all" && canAddFolder(actor, { programmeId, organisationId: bodyId }),
  };
}

export type DocumentView = Awaited<ReturnType<typeof browseDocuments>>;

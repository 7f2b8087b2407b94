import "server-only";
import { listOwnCircles, listSpaces } from "@/lib/documents/circles/queries";
import { findPlace } from "@/lib/documents/folders/queries";
import { listDestinations } from "@/lib/documents/moving/queries";
import { canArrangeDocument } from "@/lib/documents/policy";
import { listDocuments } from "@/lib/documents/queries";
import type { DocumentPlace } from "@/lib/documents/schema";
import { type Circle, spaceNamed, spaceWords, wordsKey, wordsOf } from "@/lib/documents/space-words";
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
  { folder: folderId, body, table, kind }: DocumentPlace,
  after: Cursor | undefined,
) {
  const isAll = body === "all";
  const asked = isAll ? {} : given({ body, table });
  const place = isAll ? null : await findPlace(actor, programmeId, given({ folder: folderId, body, table }));
  const words = place ? spaceWords(place.space) : asked;
  const where = place
    ? { place: { spaceId: place.space.id, ...(kind ? {} : { folderId: place.folder?.id ?? null }) }, kind }
    : { kind, space: isAll ? undefined : spaceNamed(programmeId, words) };
  const [spaces, ownCircles, documents, destinations] = await Promise.all([
    listSpaces(actor, programmeId),
    listOwnCircles(actor, programmeId),
    listDocuments(actor, programmeId, where, { after, size: 50 }),
    listDestinations(actor, programmeId),
  ]);
  const circles = circlesOf([...ownCircles, ...spaces]);
  const key = wordsKey(words);
  return {
    place,
    /** the words that name the space; none for the common one, and for all */
    words,
    isAll,
    circle: circles.find((circle) => wordsKey(wordsOf(circle)) === key) ?? null,
    space: spaces.find(({ id }) => id === place?.space.id) ?? null,
    /** bodies and tables whose spaces may be opened, one's own even before they are made */
    circles,
    // Folders stand before the first page, and where nothing is filtered.
    folders: kind || after ? [] : (place?.folders ?? []),
    documents,
    destinations,
    tickable:
      destinations.length > 0
        ? documents.rows.filter((row) => canArrangeDocument(actor, row)).map(({ id }) => id)
        : [],
    mayAdd: destinations.some((one) => !isAll && wordsKey(wordsOf(one)) === key),
  };
}

// Each once, bodies before tables.
function circlesOf(circles: readonly Circle[]): Circle[] {
  const named = new Map<string, Circle>();
  for (const { organisation, table } of circles) {
    const key = wordsKey(wordsOf({ organisation, table }));
    if (key !== null && !named.has(key)) named.set(key, { organisation, table });
  }
  return [...named.values()].toSorted(
    (one, other) => Number(one.table !== null) - Number(other.table !== null),
  );
}

export type DocumentView = Awaited<ReturnType<typeof browseDocuments>>;

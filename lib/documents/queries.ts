import "server-only";
import {
  commonSpace,
  documentVisibleTo,
  type SpaceOf,
  spaceOf,
  spaceVisibleTo,
  versionVisibleTo,
} from "@/lib/documents/policy";
import { assertRoom } from "@/lib/documents/room";
import { givenOut } from "@/lib/documents/scan/given";
import { shownVersion } from "@/lib/documents/shown-version";
import { type SpaceWords, spaceNamed } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import type { DocumentSpaceWhereInput, DocumentWhereInput } from "@/lib/platform/db/generated/models";
import { env } from "@/lib/platform/env";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";
import { visibleTo as programmeVisibleTo, readerRoles } from "@/lib/programmes/policy";

const versionFields = {
  id: true,
  number: true,
  filename: true,
  mimeType: true,
  size: true,
  note: true,
  objectSha256: true,
  object: { select: { scan: true } },
  createdAt: true,
  author: { select: { id: true, givenName: true, familyName: true } },
  onBehalfOf: { select: { shortName: true } },
} as const;

const documentFields = {
  id: true,
  kind: true,
  title: true,
  note: true,
  lang: true,
  versions: { orderBy: { number: "desc" }, take: 1, select: versionFields },
} as const;

/**
 * Filters of a list. `place` narrows to a space that may be opened: to what lies in one of its folders, at its top (null),
 * or anywhere in it.
 */
export type DocumentFilters = {
  kind?: DocumentKind;
  /** one space, as far as the actor may read in it, whether it may be opened or not */
  space?: SpaceOf;
  place?: { spaceId: string; folderId?: string | null };
};
/**
 * Documents of a programme that the actor may see, newest first, each with its last version.
 * @returns a page of rows and where the next begins
 */
export async function listDocuments(
  actor: Actor,
  programmeId: string,
  filters: DocumentFilters = {},
  window: { after?: Cursor; size: number } = { size: 50 },
) {
  const shown = await shownInList(actor, programmeId, filters);
  const rows = await db.document.findMany({
    where: { AND: [...shown, keysetBefore("createdAt", window.after)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: window.size + 1,
    select: {
      ...documentFields,
      isPublic: true,
      createdAt: true,
      createdById: true,
      version: true,
      folder: { select: { id: true, name: true } },
      space: {
        select: {
          ...spaceOf,
          organisation: { select: { id: true, shortName: true } },
          table: { select: { id: true, title: true } },
        },
      },
    },
  });
  return nextCursor(rows, window.size, (row) => ({ at: row.createdAt, id: row.id }));
}

/**
 * What `documentVisibleTo` shows, said of the document's own columns: the list then walks one index in its order and
 * stops at the end of the page, where the general condition would first gather the whole programme.
 */
async function shownInList(
  actor: Actor,
  programmeId: string,
  { kind, place, space: asked }: DocumentFilters,
): Promise<DocumentWhereInput[]> {
  if (place) return inPlace(actor, programmeId, { ...place, kind });
  // A deliverable is shown by its state: these are few and have their own lists.
  if (kind === "DELIVERABLE")
    return [documentVisibleTo(actor), { programmeId, kind }, ...(asked ? [{ space: asked }] : [])];
  const [spaces, programme, askedSpace] = await Promise.all([
    db.documentSpace.findMany({
      where: { AND: [{ programmeId }, spaceVisibleTo(actor)] },
      select: { id: true },
    }),
    db.programme.findFirst({
      where: { AND: [{ id: programmeId }, programmeVisibleTo(actor)] },
      select: { id: true },
    }),
    asked ? db.documentSpace.findFirst({ where: asked, select: { id: true } }) : null,
  ]);
  const readable = spaces.map(({ id }) => id);
  const shown = [{ spaceId: { in: readable } }, ...(programme ? [{ isPublic: true }] : [])];
  const base = { removedAt: null, kind: kind ?? ({ not: "DELIVERABLE" } as const) };
  if (!asked) return [base, { OR: shown }, { programmeId }];
  // A space has an index of its own, which the programme's would only stand in the way of. Where all of it may be read
  // nothing more is said: the planner would take two conditions on the space to leave next to nothing.
  const spaceId = { in: askedSpace ? [askedSpace.id] : [] };
  const isAllReadable = askedSpace !== null && readable.includes(askedSpace.id);
  return [base, { spaceId }, ...(isAllReadable ? [] : [{ OR: shown }])];
}

// The space is looked up by what may be opened, and its documents by an index of their own: folder, then time.
async function inPlace(
  actor: Actor,
  programmeId: string,
  { spaceId, folderId, kind }: { spaceId: string; folderId?: string | null; kind?: DocumentKind },
): Promise<DocumentWhereInput[]> {
  const space = found(
    await db.documentSpace.findFirst({
      where: { AND: [{ id: spaceId, programmeId }, spaceVisibleTo(actor)] },
      select: { id: true },
    }),
    "space",
  );
  const shown = { removedAt: null, kind: kind ?? ({ not: "DELIVERABLE" } as const) };
  return [{ ...shown, spaceId: space.id, ...(folderId === undefined ? {} : { folderId }) }];
}

export type ListedDocument = Awaited<ReturnType<typeof listDocuments>>["rows"][number];

/** One document with all the versions that the actor may read, newest first. */
export async function getDocument(actor: Actor, id: string) {
  const document = found(
    await db.document.findFirst({
      where: { AND: [{ id }, documentVisibleTo(actor)] },
      select: {
        id: true,
        kind: true,
        title: true,
        note: true,
        lang: true,
        isPublic: true,
        createdAt: true,
        createdById: true,
        folderId: true,
        version: true,
        space: {
          select: {
            ...spaceOf,
            organisation: { select: { id: true, name: true, shortName: true } },
            table: { select: { id: true, title: true } },
            programme: { select: { slug: true, shortTitle: true } },
          },
        },
        deliverable: { select: { id: true } },
        versions: {
          where: versionVisibleTo(actor),
          orderBy: { number: "desc" },
          select: { ...shownVersion, mimeType: true },
        },
      },
    }),
    "document",
  );
  return document;
}

/** The version whose bytes may be downloaded by the actor, with what the answer's headers need. */
export async function getDownload(actor: Actor, versionId: string) {
  return found(
    await db.documentVersion.findFirst({
      where: { AND: [{ id: versionId }, versionVisibleTo(actor), givenOut] },
      select: { id: true, objectSha256: true, filename: true, mimeType: true, size: true, documentId: true },
    }),
    "version",
  );
}

/** Documents that visitors may read on a programme's page. */
export async function listPublicDocuments(actor: Actor, programmeId: string) {
  const where = { AND: [{ id: programmeId }, programmeVisibleTo(actor)] };
  if (!(await db.programme.findFirst({ where, select: { id: true } }))) return [];
  return db.document.findMany({
    where: { programmeId, isPublic: true, removedAt: null },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: { ...documentFields, versions: { ...documentFields.versions, where: givenOut } },
  });
}

/** Whether the actor reads what every body of the programme sent. */
export function readsAllBodies(actor: Actor, programmeId: string): boolean {
  return actor.has(readerRoles, { programme: programmeId });
}

/** Study material and information of a programme that may serve as a request's template. */
export async function listTemplates(actor: Actor, programmeId: string) {
  return db.document.findMany({
    where: {
      AND: [documentVisibleTo(actor), { kind: { not: "DELIVERABLE" }, space: commonSpace(programmeId) }],
    },
    orderBy: { title: "asc" },
    take: 200,
    select: { id: true, title: true },
  });
}

/** The document whose version an upload became; asked by the job that received it, in case it did so before. */
export async function findUploaded(
  actor: Actor,
  uploadId: string,
): Promise<{ id: string; slug: string; deliverableId: string | null } | null> {
  authorise(actor.kind === "system");
  const version = await db.documentVersion.findUnique({
    where: { uploadId },
    select: {
      document: {
        select: {
          id: true,
          deliverable: { select: { id: true } },
          space: { select: { programme: { select: { slug: true } } } },
        },
      },
    },
  });
  if (!version) return null;
  const { id, deliverable, space } = version.document;
  return { id, slug: space.programme.slug, deliverableId: deliverable?.id ?? null };
}

/**
 * Refuses a file that would not fit, before its bytes come; asked once it is known that the actor may add it.
 * @throws DomainError documents.spaceFull
 */
export async function checkRoom(
  _actor: Actor,
  place: ({ programme: string } & SpaceWords) | { document: string } | { deliverable: string },
  size: number,
): Promise<void> {
  const select = { quotaBytes: true, usedBytes: true } as const;
  const empty = { quotaBytes: BigInt(env().SPACE_QUOTA_BYTES), usedBytes: 0n };
  let where: DocumentSpaceWhereInput;
  if ("document" in place) where = { documents: { some: { id: place.document } } };
  else if ("deliverable" in place) {
    const owed = await db.deliverable.findUnique({
      where: { id: place.deliverable },
      select: { organisationId: true, request: { select: { programmeId: true } } },
    });
    where = { programmeId: owed?.request.programmeId, organisationId: owed?.organisationId };
  } else {
    const { organisationId, tableId } = spaceNamed("", place);
    where = { programme: { slug: place.programme }, organisationId, tableId };
  }
  assertRoom((await db.documentSpace.findFirst({ where, select })) ?? empty, size);
}

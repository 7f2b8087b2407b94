import "server-only";
import { documentVisibleTo, spaceOf, spaceVisibleTo, versionVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetAfter } from "@/lib/platform/lists/cursor";
import { readerRoles } from "@/lib/programmes/policy";

const person = { select: { givenName: true, familyName: true } } as const;

/** What an archive says of a version, and where its bytes are. */
export const packedVersion = {
  id: true,
  number: true,
  filename: true,
  size: true,
  note: true,
  objectSha256: true,
  object: { select: { scan: true } },
  createdAt: true,
  author: person,
  onBehalfOf: { select: { shortName: true } },
} as const;

/** The folders of a space; they are few. */
export const packedFolders = {
  where: { removalId: null },
  select: { id: true, parentId: true, name: true },
} as const;

/** A space that the actor may open, with its folders and what its archive is called. */
export async function getPackedSpace(actor: Actor, id: string) {
  return found(
    await db.documentSpace.findFirst({
      where: { AND: [{ id }, spaceVisibleTo(actor)] },
      select: {
        id: true,
        ...spaceOf,
        organisation: { select: { slug: true, shortName: true, name: true } },
        table: { select: { position: true, title: true } },
        programme: { select: { slug: true, shortTitle: true } },
        folders: packedFolders,
      },
    }),
    "space",
  );
}

export type PackedSpace = Awaited<ReturnType<typeof getPackedSpace>>;

/** Which documents of a space are wanted, and of each whether all its versions or the last that may be read. */
export type Wanted = { spaceId: string; kind: DocumentKind; allVersions: boolean };

/**
 * Documents of one kind in a space as far as the actor may read them, the oldest first, as they were at the actor's moment:
 * what comes while an archive is on its way is not in it.
 */
export async function listPackedDocuments(
  actor: Actor,
  { spaceId, kind, allVersions }: Wanted,
  window: { after?: Cursor | undefined; size: number },
) {
  return db.document.findMany({
    where: {
      AND: [
        { spaceId, kind, createdAt: { lte: actor.at } },
        documentVisibleTo(actor),
        keysetAfter("createdAt", window.after),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: window.size,
    select: {
      id: true,
      kind: true,
      title: true,
      folderId: true,
      createdAt: true,
      versions: {
        where: { AND: [{ createdAt: { lte: actor.at } }, versionVisibleTo(actor)] },
        orderBy: { number: "desc" },
        ...(allVersions ? {} : { take: 1 }),
        select: packedVersion,
      },
    },
  });
}

export type PackedDocument = Awaited<ReturnType<typeof listPackedDocuments>>[number];
export type PackedVersion = PackedDocument["versions"][number];

/** Spaces of a programme that the actor may take away, the common one first, each with its documents and a bound of their bytes. */
export async function listSpaceFigures(actor: Actor, programmeId: string) {
  const [spaces, counts] = await Promise.all([
    db.documentSpace.findMany({
      where: { AND: [{ programmeId }, spaceVisibleTo(actor)] },
      orderBy: [{ organisation: { shortName: "asc" } }, { table: { position: "asc" } }, { id: "asc" }],
      select: {
        id: true,
        organisationId: true,
        usedBytes: true,
        organisation: { select: { shortName: true } },
        table: { select: { title: true } },
      },
    }),
    db.document.groupBy({
      by: ["spaceId"],
      where: { AND: [{ programmeId }, documentVisibleTo(actor)] },
      _count: { _all: true },
    }),
  ]);
  const known = new Map(counts.map((one) => [one.spaceId, one._count._all]));
  return spaces
    .map(({ usedBytes, organisation, table, ...space }) => ({
      ...space,
      /** of a body or a table; null for the common space */
      name: organisation?.shortName ?? table?.title ?? null,
      documents: known.get(space.id) ?? 0,
      bytes: Number(usedBytes),
    }))
    .filter((space) => space.documents > 0)
    .toSorted((one, other) => Number(one.name !== null) - Number(other.name !== null));
}

export type SpaceFigures = Awaited<ReturnType<typeof listSpaceFigures>>[number];

/**
 * How many files of the documents' side a programme's official file will hold, and the bytes of its versions: receipts
 * and registers are small beside them.
 */
export async function countPackedFiles(
  actor: Actor,
  programmeId: string,
): Promise<{ files: number; bytes: number }> {
  authorise(actor.has(readerRoles, { programme: programmeId }));
  const inProgramme = { deliverable: { request: { programmeId } } };
  const [versions, receipts, registers] = await Promise.all([
    db.documentVersion.aggregate({
      where: {
        AND: [{ document: { programmeId } }, versionVisibleTo(actor), sentIfDeliverable],
      },
      _count: { _all: true },
      _sum: { size: true },
    }),
    db.submission.count({ where: { ...inProgramme, receiptSha256: { not: null } } }),
    db.deliverable.count({ where: { request: { programmeId }, registerSha256: { not: null } } }),
  ]);
  return {
    files: versions._count._all + receipts + registers,
    bytes: Number(versions._sum.size ?? 0),
  };
}

/** Of a deliverable only what was sent: a body's drafts are no part of a programme's official file, whoever asks. */
export const sentIfDeliverable = {
  OR: [
    { document: { kind: { not: "DELIVERABLE" as const } } },
    { submissions: { some: { withdrawnAt: null } } },
  ],
};

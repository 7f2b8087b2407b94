import "server-only";
import {
  documentVisibleTo,
  memberRoles,
  ownBodies,
  readerRoles,
  spaceVisibleTo,
  versionVisibleTo,
} from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DocumentKind } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";

const versionFields = {
  id: true,
  number: true,
  filename: true,
  mimeType: true,
  size: true,
  note: true,
  objectSha256: true,
  createdAt: true,
  author: { select: { id: true, givenName: true, familyName: true } },
  onBehalfOf: { select: { shortName: true } },
} as const;

/** Filters of a space's list. */
export type DocumentFilters = { kind?: DocumentKind; body?: string };
/** Where a page of the list begins: after this row. */
export type DocumentCursor = { createdAt: Date; id: string };

/**
 * Documents of a programme that the actor may see, newest first, each with its last version.
 * @param window keyset: rows after the cursor, at most `limit`
 */
export async function listDocuments(
  actor: Actor,
  programmeId: string,
  filters: DocumentFilters = {},
  window: { after?: DocumentCursor; limit: number } = { limit: 50 },
) {
  const { after } = window;
  const rows = await db.document.findMany({
    where: {
      AND: [
        documentVisibleTo(actor),
        { space: { programmeId, ...(filters.body ? { organisationId: filters.body } : {}) } },
        filters.kind ? { kind: filters.kind } : { kind: { not: "DELIVERABLE" } },
        after
          ? {
              OR: [
                { createdAt: { lt: after.createdAt } },
                { createdAt: after.createdAt, id: { lt: after.id } },
              ],
            }
          : {},
      ],
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: window.limit + 1,
    select: {
      id: true,
      kind: true,
      title: true,
      note: true,
      lang: true,
      isPublic: true,
      createdAt: true,
      space: { select: { organisation: { select: { id: true, shortName: true } } } },
      versions: { orderBy: { number: "desc" }, take: 1, select: versionFields },
    },
  });
  const more = rows.length > window.limit;
  const page = rows.slice(0, window.limit);
  const last = page.at(-1);
  return { rows: page, next: more && last ? { createdAt: last.createdAt, id: last.id } : null };
}

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
        version: true,
        space: {
          select: {
            programmeId: true,
            organisationId: true,
            organisation: { select: { id: true, name: true, shortName: true } },
            programme: { select: { slug: true, shortTitle: true } },
          },
        },
        deliverable: { select: { id: true } },
        versions: { where: versionVisibleTo(actor), orderBy: { number: "desc" }, select: versionFields },
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
      where: { AND: [{ id: versionId }, versionVisibleTo(actor)] },
      select: { id: true, objectSha256: true, filename: true, mimeType: true, size: true, documentId: true },
    }),
    "version",
  );
}

/** The spaces of a programme that the actor may open: the common one and bodies'. */
export async function listSpaces(actor: Actor, programmeId: string) {
  return db.documentSpace.findMany({
    where: { AND: [{ programmeId }, spaceVisibleTo(actor)] },
    orderBy: { organisation: { shortName: "asc" } },
    select: { id: true, organisationId: true, organisation: { select: { id: true, shortName: true } } },
  });
}

/** Documents that visitors may read on a programme's page. */
export async function listPublicDocuments(actor: Actor, programmeId: string) {
  return db.document.findMany({
    where: { AND: [documentVisibleTo(actor), { isPublic: true, space: { programmeId } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      id: true,
      kind: true,
      title: true,
      note: true,
      lang: true,
      versions: { orderBy: { number: "desc" }, take: 1, select: versionFields },
    },
  });
}

/** Whether the actor belongs to a programme's working group. */
export function isMember(actor: Actor, programmeId: string): boolean {
  return actor.has(memberRoles, { programme: programmeId });
}

/** Whether the actor reads what every body of the programme sent. */
export function readsAllBodies(actor: Actor, programmeId: string): boolean {
  return actor.has(readerRoles, { programme: programmeId });
}

/** Bodies of a programme for which the actor works, with their names. */
export async function listOwnBodies(actor: Actor, programmeId: string) {
  const ids = ownBodies(actor)
    .filter((body) => body.programmeId === programmeId)
    .map((body) => body.organisationId);
  if (ids.length === 0) return [];
  return db.organisation.findMany({
    where: { id: { in: ids } },
    orderBy: { shortName: "asc" },
    select: { id: true, name: true, shortName: true },
  });
}

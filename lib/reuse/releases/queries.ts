import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { canManageLibrary, isPublishable, releasable, releaseOpenTo } from "@/lib/reuse/policy";

export type ReleasedFile = { sha256: string; filename: string; mimeType: string; size: number };

/** The bytes of a release that is given out, with what the answer's headers need. */
export async function getReleasedFile(actor: Actor, id: string): Promise<ReleasedFile> {
  const { version } = found(
    await db.reuseRelease.findFirst({
      where: { AND: [{ id }, releaseOpenTo(actor)] },
      select: { version: { select: { objectSha256: true, filename: true, mimeType: true, size: true } } },
    }),
    "release",
  );
  const { objectSha256, size, ...file } = version;
  return { ...file, sha256: objectSha256, size: Number(size) };
}

/** What a document offers to the library: a draft of its item, or the item that it is already. */
export type PublishableDocument = {
  id: string;
  title: string;
  abstract: string;
  lang: string;
  authors: string[];
  organisationId: string | null;
  version: { id: string; number: number; filename: string };
};

/** What the form of publication begins with; not found where there is nothing that may be published. */
export async function getPublishable(
  actor: Actor,
  slug: string,
  documentId: string,
): Promise<PublishableDocument> {
  const document = found(
    await db.document.findFirst({
      where: { AND: [{ id: documentId, space: { programme: { slug } } }, documentVisibleTo(actor)] },
      select: {
        id: true,
        kind: true,
        title: true,
        note: true,
        lang: true,
        programmeId: true,
        reuseItem: { select: { id: true } },
        deliverable: { select: { state: true, request: { select: { title: true } } } },
        space: {
          select: {
            organisation: { select: { id: true, name: true } },
            programme: { select: { promoter: { select: { name: true } } } },
          },
        },
        versions: {
          where: releasable,
          orderBy: { number: "desc" },
          take: 1,
          select: { id: true, number: true, filename: true },
        },
      },
    }),
    "document",
  );
  const mayPublish = canManageLibrary(actor, document) && isPublishable(document) && !document.reuseItem;
  const version = found(mayPublish ? document.versions[0] : null, "version");
  const { organisation, programme } = document.space;
  return {
    id: document.id,
    title: document.deliverable?.request.title ?? document.title,
    abstract: document.note,
    lang: document.lang,
    authors: [organisation?.name ?? programme.promoter.name],
    organisationId: organisation?.id ?? null,
    version,
  };
}

export type LibraryState = { kind: "none" } | { kind: "publishable" } | { kind: "item"; id: string };

/** What the page of a document offers to who manages the library: to publish it, or its item. */
export async function findLibraryState(actor: Actor, documentId: string): Promise<LibraryState> {
  const document = await db.document.findFirst({
    where: { AND: [{ id: documentId }, documentVisibleTo(actor)] },
    select: {
      kind: true,
      programmeId: true,
      reuseItem: { select: { id: true } },
      deliverable: { select: { state: true } },
      versions: { where: releasable, take: 1, select: { id: true } },
    },
  });
  if (!document || !canManageLibrary(actor, document)) return { kind: "none" };
  if (document.reuseItem) return { kind: "item", id: document.reuseItem.id };
  return isPublishable(document) && document.versions.length > 0 ? { kind: "publishable" } : { kind: "none" };
}

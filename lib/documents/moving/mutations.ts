import "server-only";
import { ensureSpace } from "@/lib/documents/commands";
import { holdSpaces } from "@/lib/documents/folders/commands";
import type { Destination, MoveDocuments } from "@/lib/documents/moving/schema";
import {
  canAddDocument,
  canArrangeDocument,
  canChangeDocument,
  documentVisibleTo,
  folderVisibleTo,
} from "@/lib/documents/policy";
import { assertRoom } from "@/lib/documents/room";
import { assertUnused } from "@/lib/documents/trash/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** The place to which documents were moved. */
export type MovedTo = { slug: string; organisationId: string | null; folderId: string | null };

/**
 * Moves documents to a folder of their space or to its top; to another space of their programme whoever may change them
 * and may add there. All go, or none.
 * @throws DomainError documents.folderGone, .spaceFull, .publicStays, .templateOfRequest, .requiredByRequest, .inLibrary
 */
export async function moveDocuments(actor: Actor, input: MoveDocuments): Promise<MovedTo> {
  return inTransaction(async (tx) => {
    const ids = [...new Set(input.documents)];
    const documents = await findMovable(tx, actor, ids);
    const { programmeId, programme } = found(documents[0], "document").space;
    const wanted = await findPlace(tx, actor, programmeId, input.to);
    const leaving = documents.filter(({ spaceId }) => spaceId !== wanted.spaceId);
    for (const one of leaving) {
      authorise(canChangeDocument(actor, one) && canAddDocument(actor, wanted.space, one.kind));
      if (one.isPublic) throw new DomainError("documents.publicStays", { title: one.title }, "to");
    }
    const { organisationId } = wanted.space;
    const spaceId = wanted.spaceId ?? (await ensureSpace(tx, actor, programmeId, organisationId));
    const place = { ...wanted, spaceId };
    await holdSpaces(tx, actor, [place.spaceId, ...documents.map(({ spaceId }) => spaceId)]);
    await assertPlace(tx, place);
    if (leaving.length > 0) {
      await assertUnused(tx, actor, { id: { in: leaving.map(({ id }) => id) } });
      await assertFits(tx, place.spaceId, leaving);
    }
    const moving = documents.filter(
      ({ spaceId, folderId }) => spaceId !== place.spaceId || folderId !== place.folderId,
    );
    const { count } = await tx.document.updateMany({
      where: {
        id: { in: moving.map(({ id }) => id) },
        removedAt: null,
        // Where they were when it was looked who may: the held spaces.
        spaceId: { in: documents.map(({ spaceId }) => spaceId) },
      },
      data: { spaceId: place.spaceId, folderId: place.folderId, version: { increment: 1 } },
    });
    if (count !== moving.length) throw new NotFoundError("document");
    // Each has its own history.
    for (const { id, spaceId } of moving)
      await recordEvent(tx, actor, {
        kind: "documents.moved",
        subject: { kind: "document", id },
        programmeId,
        organisationId,
        data: { fromSpace: spaceId, toSpace: place.spaceId, folder: place.folderId },
      });
    return { slug: programme.slug, organisationId, folderId: place.folderId };
  });
}

async function findMovable(tx: Tx, actor: Actor, ids: readonly string[]) {
  const documents = await tx.document.findMany({
    where: { AND: [{ id: { in: [...ids] } }, documentVisibleTo(actor)] },
    select: {
      id: true,
      kind: true,
      title: true,
      isPublic: true,
      createdById: true,
      spaceId: true,
      folderId: true,
      space: {
        select: { programmeId: true, organisationId: true, programme: { select: { slug: true } } },
      },
    },
  });
  const programmes = new Set(documents.map(({ space }) => space.programmeId));
  if (documents.length !== ids.length || programmes.size > 1) throw new NotFoundError("document");
  for (const document of documents) authorise(canArrangeDocument(actor, document));
  return documents;
}

type Place = {
  /** null for a space that is made when it is first needed */
  spaceId: string | null;
  folderId: string | null;
  space: { programmeId: string; organisationId: string | null };
};

async function findPlace(tx: Tx, actor: Actor, programmeId: string, to: Destination): Promise<Place> {
  if (to.kind === "top") {
    const space = { programmeId, organisationId: to.organisationId };
    const there = await tx.documentSpace.findFirst({ where: space, select: { id: true } });
    return { spaceId: there?.id ?? null, folderId: null, space };
  }
  const folder = await tx.documentFolder.findFirst({
    where: { AND: [{ id: to.folderId, space: { programmeId } }, folderVisibleTo(actor)] },
    select: { spaceId: true, space: { select: { organisationId: true } } },
  });
  if (!folder) throw new DomainError("documents.folderGone", {}, "to");
  const { organisationId } = folder.space;
  return { spaceId: folder.spaceId, folderId: to.folderId, space: { programmeId, organisationId } };
}

async function assertPlace(
  tx: Tx,
  { spaceId, folderId }: { spaceId: string; folderId: string | null },
): Promise<void> {
  if (folderId === null) return;
  const there = await tx.documentFolder.count({ where: { id: folderId, spaceId, removalId: null } });
  if (there === 0) throw new DomainError("documents.folderGone", {}, "to");
}

async function assertFits(tx: Tx, spaceId: string, leaving: readonly { id: string }[]): Promise<void> {
  const [room, weight] = await Promise.all([
    tx.documentSpace.findUniqueOrThrow({
      where: { id: spaceId },
      select: { quotaBytes: true, usedBytes: true },
    }),
    tx.documentVersion.aggregate({
      where: { documentId: { in: leaving.map(({ id }) => id) } },
      _sum: { size: true },
    }),
  ]);
  assertRoom(room, Number(weight._sum.size ?? 0n), "to");
}

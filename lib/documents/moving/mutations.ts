import "server-only";
import { ensureSpace, findSpaceOf } from "@/lib/documents/commands";
import { holdSpaces } from "@/lib/documents/folders/commands";
import type { Destination, MoveDocuments } from "@/lib/documents/moving/schema";
import {
  canAddDocument,
  canArrangeDocument,
  canChangeDocument,
  documentVisibleTo,
  folderVisibleTo,
  type SpaceOf,
  spaceOf,
} from "@/lib/documents/policy";
import { assertRoom } from "@/lib/documents/room";
import { assertUnused } from "@/lib/documents/trash/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvents } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";

/** The place to which documents were moved. */
export type MovedTo = Pick<SpaceOf, "organisationId" | "tableId"> & { slug: string; folderId: string | null };

/**
 * Moves documents to a folder of their space or to its top; to another space of their programme whoever may change them
 * and may add there. All go, or none.
 * @throws StaleError when one of them was moved or changed since the form was shown
 * @throws DomainError documents.folderGone, .spaceFull, .publicStays, .templateOfRequest, .requiredByRequest, .inLibrary
 */
export async function moveDocuments(actor: Actor, input: MoveDocuments): Promise<MovedTo> {
  return inTransaction(async (tx) => {
    const asked = new Map(input.documents.map(({ id, version }) => [id, version]));
    const documents = await findMovable(tx, actor, [...asked.keys()]);
    const { programmeId, programme } = found(documents[0], "document").space;
    const wanted = await findPlace(tx, actor, programmeId, input.to);
    const leaving = documents.filter(({ spaceId }) => spaceId !== wanted.spaceId);
    for (const one of leaving) {
      authorise(canChangeDocument(actor, one) && canAddDocument(actor, wanted.space, one.kind));
      if (one.isPublic) throw new DomainError("documents.publicStays", { title: one.title }, "to");
    }
    const { organisationId, tableId } = wanted.space;
    const spaceId = wanted.spaceId ?? (await ensureSpace(tx, actor, wanted.space));
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
        // As they were shown, in the spaces that are held since it was looked who may.
        OR: moving.map(({ id, spaceId }) => ({ id, spaceId, version: asked.get(id) })),
        removedAt: null,
      },
      data: { spaceId: place.spaceId, folderId: place.folderId, version: { increment: 1 } },
    });
    if (count !== moving.length)
      await assertUnchanged(tx, 0, { kind: "document", id: await changedOf(tx, asked) });
    await recordEvents(
      tx,
      actor,
      { kind: "documents.moved", programmeId, organisationId },
      moving.map(({ id, spaceId }) => ({
        subject: { kind: "document", id },
        data: { fromSpace: spaceId, toSpace: place.spaceId, folder: place.folderId },
      })),
    );
    return { slug: programme.slug, organisationId, tableId, folderId: place.folderId };
  });
}

// The document that has another version than the form showed; gone ones have none.
async function changedOf(tx: Tx, asked: ReadonlyMap<string, number>): Promise<string> {
  const documents = await tx.document.findMany({
    where: { id: { in: [...asked.keys()] } },
    select: { id: true, version: true },
  });
  return found(
    documents.find(({ id, version }) => asked.get(id) !== version),
    "document",
  ).id;
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
        select: { ...spaceOf, programme: { select: { slug: true } } },
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
  space: SpaceOf;
};

async function findPlace(tx: Tx, actor: Actor, programmeId: string, to: Destination): Promise<Place> {
  if (to.kind === "top") {
    const space = await findSpaceOf(tx, actor, programmeId, to);
    const there = await tx.documentSpace.findFirst({ where: space, select: { id: true } });
    return { spaceId: there?.id ?? null, folderId: null, space };
  }
  const folder = await tx.documentFolder.findFirst({
    where: { AND: [{ id: to.folderId, space: { programmeId } }, folderVisibleTo(actor)] },
    select: { spaceId: true, space: { select: spaceOf } },
  });
  if (!folder) throw new DomainError("documents.folderGone", {}, "to");
  return { ...folder, folderId: to.folderId };
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

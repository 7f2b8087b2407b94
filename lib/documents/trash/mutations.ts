import "server-only";
import { foldersOf, holdSpaces } from "@/lib/documents/folders/commands";
import { subtreeOf } from "@/lib/documents/folders/tree";
import {
  canChangeDocument,
  canManageFolders,
  documentVisibleTo,
  folderVisibleTo,
  type SpaceOf,
  spaceOf,
} from "@/lib/documents/policy";
import { assertUnused } from "@/lib/documents/trash/commands";
import { canRestore, removalVisibleTo } from "@/lib/documents/trash/policy";
import { keptUntil, trashRules, usualDays } from "@/lib/documents/trash/retention";
import type { RemoveDocument, RemoveFolder, RestoreRemoval } from "@/lib/documents/trash/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError, sqlState } from "@/lib/platform/errors";
import { recordEvent, recordEvents } from "@/lib/platform/events";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { assertUnchanged } from "@/lib/platform/stale";

const spaceFields = {
  select: { ...spaceOf, programme: { select: { slug: true } } },
} as const;

/** Where the removed thing was. */
export type RemovedFrom = Pick<SpaceOf, "organisationId" | "tableId"> & {
  slug: string;
  folderId: string | null;
};

/**
 * Puts a document into the trash of its space.
 * @throws DomainError documents.templateOfRequest, .requiredByRequest, .inLibrary when it is needed there
 */
export async function removeDocument(actor: Actor, input: RemoveDocument): Promise<RemovedFrom> {
  const until = await keptBy(actor);
  return inTransaction(async (tx) => {
    const document = found(
      await tx.document.findFirst({
        where: { AND: [{ id: input.id }, documentVisibleTo(actor)] },
        select: { kind: true, createdById: true, spaceId: true, folderId: true, space: spaceFields },
      }),
      "document",
    );
    authorise(canChangeDocument(actor, document));
    const { spaceId, folderId, space } = document;
    await tx.$queryRaw`select 1 from document where id = ${input.id}::uuid for update`;
    await assertUnused(tx, actor, { id: input.id });
    const removalId = await beginRemoval(tx, actor, spaceId, until);
    const { count } = await tx.document.updateMany({
      where: { id: input.id, version: input.version, removedAt: null },
      data: { removedAt: actor.at, removalId, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "document", id: input.id });
    await recordEvent(tx, actor, {
      kind: "documents.removed",
      subject: { kind: "document", id: input.id },
      programmeId: space.programmeId,
      organisationId: space.organisationId,
    });
    return { ...placeOf(space), folderId };
  });
}

/**
 * Puts a folder into the trash with all that lies in it, as one act.
 * @throws DomainError documents.templateOfRequest, .requiredByRequest, .inLibrary when one of its documents is needed there
 */
export async function removeFolder(actor: Actor, input: RemoveFolder): Promise<RemovedFrom> {
  const until = await keptBy(actor);
  return inTransaction(async (tx) => {
    const folder = found(
      await tx.documentFolder.findFirst({
        where: { AND: [{ id: input.id }, folderVisibleTo(actor)] },
        select: { spaceId: true, parentId: true, space: spaceFields },
      }),
      "folder",
    );
    authorise(canManageFolders(actor, folder.space));
    const { spaceId, space } = folder;
    await holdSpaces(tx, actor, [spaceId]);
    const tree = (await foldersOf(tx, actor, spaceId)).filter(({ removalId }) => removalId === null);
    const folders = subtreeOf(tree, input.id).map(({ id }) => id);
    const inside = { spaceId, folderId: { in: folders }, removedAt: null };
    const documents = await tx.$queryRaw<{ id: string }[]>`
      select id from document where space_id = ${spaceId}::uuid
      and folder_id = any(${folders}::uuid[]) and removed_at is null order by id for update`;
    await assertUnused(tx, actor, inside);
    const { count } = await tx.documentFolder.updateMany({
      where: { id: input.id, version: input.version, removalId: null },
      data: { version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "folder", id: input.id });
    const removalId = await beginRemoval(tx, actor, spaceId, until);
    const removed = await tx.document.updateMany({
      where: inside,
      data: { removedAt: actor.at, removalId, version: { increment: 1 } },
    });
    await tx.documentFolder.updateMany({ where: { id: { in: folders } }, data: { removalId } });
    await recordEvent(tx, actor, {
      kind: "documents.folderRemoved",
      subject: { kind: "folder", id: input.id },
      programmeId: space.programmeId,
      organisationId: space.organisationId,
      data: { documents: removed.count, folders: folders.length },
    });
    const { programmeId, organisationId } = space;
    await recordEvents(
      tx,
      actor,
      { kind: "documents.removed", programmeId, organisationId },
      inFolder(documents, input.id),
    );
    return { ...placeOf(space), folderId: folder.parentId };
  });
}

/**
 * Takes back what one act removed: into the folder where it lay, or to the top of its space where that is gone.
 * @throws NotFoundError when it was restored or purged meanwhile
 * @throws DomainError documents.folderNameTaken when another folder has the name by now
 */
export async function restoreRemoval(actor: Actor, input: RestoreRemoval): Promise<RemovedFrom> {
  return inTransaction(async (tx) => {
    const removal = await findRestorable(tx, actor, input.id);
    const { spaceId, space, folder, document } = removal;
    await holdSpaces(tx, actor, [spaceId]);
    // The purge asks for the row in the same way: one of the two finds it taken.
    const held = await tx.$queryRaw<unknown[]>`
      select 1 from document_removal where id = ${input.id}::uuid and ended_at is null for update`;
    if (held.length === 0) throw new NotFoundError("removal");
    const home = folder ? folder.parentId : (document?.folderId ?? null);
    const isHomeThere =
      home !== null && (await tx.documentFolder.count({ where: { id: home, spaceId, removalId: null } })) > 0;
    if (folder) await restoreFolders(tx, input.id, folder, isHomeThere);
    const documents = await tx.document.updateManyAndReturn({
      where: { removalId: input.id },
      select: { id: true },
      data: {
        removedAt: null,
        removalId: null,
        version: { increment: 1 },
        ...(document && !isHomeThere ? { folderId: null } : {}),
      },
    });
    await tx.documentRemoval.delete({ where: { id: input.id }, select: { id: true } });
    await recordRestored(tx, actor, removal, home !== null && !isHomeThere);
    const { programmeId, organisationId } = space;
    if (folder)
      await recordEvents(
        tx,
        actor,
        { kind: "documents.restored", programmeId, organisationId },
        inFolder(documents, folder.id),
      );
    const place = placeOf(space);
    if (folder) return { ...place, folderId: folder.id };
    return { ...place, folderId: isHomeThere ? home : null };
  });
}

function placeOf({ organisationId, tableId, programme }: SpaceOf & { programme: { slug: string } }) {
  return { slug: programme.slug, organisationId, tableId };
}

async function findRestorable(tx: Tx, actor: Actor, id: string) {
  const removal = found(
    await tx.documentRemoval.findFirst({
      where: { AND: [{ id }, removalVisibleTo(actor)] },
      select: {
        spaceId: true,
        space: spaceFields,
        // The one that was removed is nearest to the top; the others lie in it.
        folders: {
          orderBy: { depth: "asc" },
          take: 1,
          select: { id: true, name: true, parentId: true },
        },
        documents: { take: 1, select: { id: true, kind: true, createdById: true, folderId: true } },
      },
    }),
    "removal",
  );
  const [folder = null] = removal.folders;
  const document = folder ? null : found(removal.documents[0], "removal");
  authorise(canRestore(actor, { space: removal.space, document }));
  return { ...removal, folder, document };
}

async function recordRestored(
  tx: Tx,
  actor: Actor,
  { folder, document, space }: Awaited<ReturnType<typeof findRestorable>>,
  toTop: boolean,
): Promise<void> {
  await recordEvent(tx, actor, {
    kind: folder ? "documents.folderRestored" : "documents.restored",
    subject: folder ? { kind: "folder", id: folder.id } : { kind: "document", id: document?.id ?? "" },
    programmeId: space.programmeId,
    organisationId: space.organisationId,
    data: { toTop },
  });
}

// What befell a folder stands in the history of each document in it.
function inFolder(documents: readonly { id: string }[], folder: string) {
  return documents.map(({ id }) => ({ subject: { kind: "document", id }, data: { folder } }));
}

async function restoreFolders(
  tx: Tx,
  removalId: string,
  root: { id: string; name: string },
  isHomeThere: boolean,
): Promise<void> {
  try {
    if (!isHomeThere)
      await tx.documentFolder.updateMany({
        where: { id: root.id },
        data: { parentId: null, parentDepth: null },
      });
    await tx.documentFolder.updateMany({
      where: { removalId },
      data: { removalId: null, version: { increment: 1 } },
    });
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new DomainError("documents.folderNameTaken", { name: root.name }, undefined, { cause: error });
  }
}

async function beginRemoval(tx: Tx, actor: Actor, spaceId: string, until: Date): Promise<string> {
  const data = { spaceId, removedAt: actor.at, removedById: actor.personId, keptUntil: until };
  return (await tx.documentRemoval.create({ data, select: { id: true } })).id;
}

async function keptBy(actor: Actor): Promise<Date> {
  const rules = await findRuleSet(trashRules, portalScope, actor.at);
  return keptUntil(actor.at, rules?.content ?? usualDays);
}

import "server-only";
import { ensureSpace, findSpaceOf } from "@/lib/documents/commands";
import { foldersOf, holdFolder, type PlacedNode } from "@/lib/documents/folders/commands";
import {
  type AddFolder,
  deepest,
  type MoveFolder,
  mostFolders,
  type RenameFolder,
} from "@/lib/documents/folders/schema";
import { heightOf, subtreeOf } from "@/lib/documents/folders/tree";
import {
  canAddFolder,
  canManageFolders,
  folderVisibleTo,
  type SpaceOf,
  spaceOf,
} from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Where who made or changed a folder goes on. */
export type FolderPlace = { id: string; slug: string };

/**
 * Makes a folder at the top of a space or in another folder.
 * @throws DomainError documents.folderNameTaken, .folderGone, .foldersTooDeep, .tooManyFolders
 */
export async function addFolder(actor: Actor, input: AddFolder): Promise<FolderPlace> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    const space = await findSpaceOf(tx, actor, programme.id, input);
    authorise(canAddFolder(actor, space));
    const spaceId = await ensureSpace(tx, actor, space);
    const parentId = input.parent ?? null;
    await holdFolder(tx, actor, { spaceId, folderId: parentId }, "parent");
    const tree = await foldersOf(tx, actor, spaceId);
    if (tree.filter(({ removalId }) => removalId === null).length >= mostFolders)
      throw new DomainError("documents.tooManyFolders", { most: mostFolders });
    const parentDepth = depthOf(tree, parentId);
    assertDepth((parentDepth ?? 0) + 1, "parent");
    const data = {
      spaceId,
      parentId,
      parentDepth,
      name: input.name,
      createdById: actor.personId,
      createdAt: actor.at,
    };
    const { id } = await unlessTaken({ name: input.name, field: "name" }, () =>
      tx.documentFolder.create({ data, select: { id: true } }),
    );
    await recordEvent(tx, actor, {
      kind: "documents.folderAdded",
      subject: { kind: "folder", id },
      programmeId: space.programmeId,
      organisationId: space.organisationId,
      data: { parent: parentId },
    });
    return { id, slug: programme.slug };
  });
}

/** @throws DomainError documents.folderNameTaken when a folder beside it has that name */
export async function renameFolder(actor: Actor, input: RenameFolder): Promise<FolderPlace> {
  return inTransaction(async (tx) => {
    const folder = await findManaged(tx, actor, input.id);
    const { count } = await unlessTaken({ name: input.name, field: "name" }, () =>
      tx.documentFolder.updateMany({
        where: { id: input.id, version: input.version, removalId: null },
        data: { name: input.name, version: { increment: 1 } },
      }),
    );
    await assertUnchanged(tx, count, { kind: "folder", id: input.id });
    await record(tx, actor, folder, { kind: "documents.folderRenamed" });
    return { id: input.id, slug: folder.space.programme.slug };
  });
}

/**
 * Moves a folder with what it holds into another folder of its space, or to the top.
 * @throws DomainError documents.folderIntoItself, .foldersTooDeep, .folderNameTaken, .folderGone
 */
export async function moveFolder(actor: Actor, input: MoveFolder): Promise<FolderPlace> {
  return inTransaction(async (tx) => {
    const folder = await findManaged(tx, actor, input.id);
    const parentId = input.parent ?? null;
    await holdFolder(tx, actor, { spaceId: folder.spaceId, folderId: parentId }, "parent");
    const tree = await foldersOf(tx, actor, folder.spaceId);
    if (subtreeOf(tree, input.id).some(({ id }) => id === parentId))
      throw new DomainError("documents.folderIntoItself", {}, "parent");
    const parentDepth = depthOf(tree, parentId);
    // What lies in it in the trash goes along: it may be restored.
    assertDepth((parentDepth ?? 0) + heightOf(tree, input.id), "parent");
    const { count } = await unlessTaken({ name: folder.name, field: "parent" }, () =>
      tx.documentFolder.updateMany({
        where: { id: input.id, version: input.version, removalId: null },
        data: { parentId, parentDepth, version: { increment: 1 } },
      }),
    );
    await assertUnchanged(tx, count, { kind: "folder", id: input.id });
    await record(tx, actor, folder, { kind: "documents.folderMoved", data: { parent: parentId } });
    return { id: input.id, slug: folder.space.programme.slug };
  });
}

async function findManaged(tx: Tx, actor: Actor, id: string) {
  const folder = found(
    await tx.documentFolder.findFirst({
      where: { AND: [{ id }, folderVisibleTo(actor)] },
      select: {
        id: true,
        name: true,
        spaceId: true,
        space: {
          select: { ...spaceOf, programme: { select: { slug: true } } },
        },
      },
    }),
    "folder",
  );
  authorise(canManageFolders(actor, folder.space));
  return folder;
}

function depthOf(tree: readonly PlacedNode[], id: string | null): number | null {
  return id === null ? null : (tree.find((one) => one.id === id)?.depth ?? null);
}

function assertDepth(depth: number, field: string): void {
  if (depth > deepest) throw new DomainError("documents.foldersTooDeep", { most: deepest }, field);
}

// The index decides: of two folders of one name one is made.
async function unlessTaken<Result>(
  { name, field }: { name: string; field: string },
  write: () => Promise<Result>,
): Promise<Result> {
  try {
    return await write();
  } catch (error) {
    if (sqlState(error) !== "23505") throw error;
    throw new DomainError("documents.folderNameTaken", { name }, field, { cause: error });
  }
}

async function record(
  tx: Tx,
  actor: Actor,
  folder: { id: string; space: SpaceOf },
  event: {
    kind: "documents.folderRenamed" | "documents.folderMoved";
    data?: Record<string, string | null>;
  },
): Promise<void> {
  await recordEvent(tx, actor, {
    ...event,
    subject: { kind: "folder", id: folder.id },
    programmeId: folder.space.programmeId,
    organisationId: folder.space.organisationId,
  });
}

import "server-only";
import { childrenOf, type Node, pathTo, placesOf, subtreeOf } from "@/lib/documents/folders/tree";
import { destinationValue } from "@/lib/documents/moving/schema";
import {
  canManageFolders,
  folderVisibleTo,
  type SpaceOf,
  spaceOf,
  spaceVisibleTo,
} from "@/lib/documents/policy";
import { type Circle, type SpaceWords, spaceNamed, wordsOf } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** A place in a programme's spaces: a folder, or the top of a space; with the way to it and the folders in it. */
export type FolderPlace = {
  space: SpaceOf & { id: string };
  /** null = at the top */
  folder: Node | null;
  /** from the top down, the folder itself last */
  path: Node[];
  folders: Node[];
  mayManage: boolean;
};

/**
 * The place that an address names: a folder, else the top of a body's space, of a table's or of the common one. Null where
 * the space has not been made yet or is closed to the actor.
 * @throws NotFoundError for a folder that is not there, or not for the actor
 */
export async function findPlace(
  actor: Actor,
  programmeId: string,
  { folder: folderId, ...words }: SpaceWords & { folder?: string },
): Promise<FolderPlace | null> {
  const space = folderId
    ? found(
        await db.documentFolder.findFirst({
          where: { AND: [{ id: folderId, space: { programmeId } }, folderVisibleTo(actor)] },
          select: { space: { select: { id: true, ...spaceOf } } },
        }),
        "folder",
      ).space
    : await db.documentSpace.findFirst({
        where: { AND: [spaceNamed(programmeId, words), spaceVisibleTo(actor)] },
        select: { id: true, ...spaceOf },
      });
  if (!space) return null;
  const tree = await treeOf(space.id);
  const path = pathTo(tree, folderId ?? null);
  return {
    space,
    folder: path.at(-1) ?? null,
    path,
    folders: childrenOf(tree, folderId ?? null),
    mayManage: canManageFolders(actor, space),
  };
}

/** One folder for who keeps the folders: what would go with it, and where it could lie. */
export async function getFolder(actor: Actor, id: string) {
  const { space, ...folder } = found(
    await db.documentFolder.findFirst({
      where: { AND: [{ id }, folderVisibleTo(actor)] },
      select: {
        id: true,
        name: true,
        version: true,
        parentId: true,
        spaceId: true,
        space: {
          select: {
            ...spaceOf,
            organisation: { select: { name: true } },
            table: { select: { title: true } },
            programme: { select: { slug: true } },
          },
        },
      },
    }),
    "folder",
  );
  const tree = await treeOf(folder.spaceId);
  const inside = new Set(subtreeOf(tree, id).map((one) => one.id));
  const documents = await db.document.count({
    where: { spaceId: folder.spaceId, folderId: { in: [...inside] }, removedAt: null },
  });
  return {
    ...folder,
    space,
    path: pathTo(tree, id),
    holds: { documents, folders: inside.size - 1 },
    places: placesOf(tree).filter((place) => !inside.has(place.id)),
    mayManage: canManageFolders(actor, space),
  };
}

/** The folders of the spaces that the actor may open, as places of a list: for a new document and a move. */
export type PlaceGroup = Circle & {
  /** as the form of a move sends it */
  top: string;
  folders: { id: string; value: string; path: string }[];
};

/** @returns the common space first, then bodies' and tables' as they are given; also those whose space is not made yet */
export async function listPlaces(
  actor: Actor,
  programmeId: string,
  circles: readonly Circle[],
): Promise<PlaceGroup[]> {
  const all = [{ organisation: null, table: null }, ...circles];
  const spaces = all.map((circle) => ({
    circle,
    words: wordsOf(circle),
    space: spaceNamed(programmeId, wordsOf(circle)),
  }));
  const folders = await db.documentFolder.findMany({
    where: { AND: [{ space: { OR: spaces.map(({ space }) => space) } }, folderVisibleTo(actor)] },
    select: { id: true, parentId: true, name: true, space: { select: spaceOf } },
  });
  const isOf = (one: SpaceOf, other: SpaceOf) =>
    one.organisationId === other.organisationId && one.tableId === other.tableId;
  return spaces.map(({ circle, words, space }) => ({
    ...circle,
    top: destinationValue({ kind: "top", ...words }),
    folders: placesOf(folders.filter((folder) => isOf(folder.space, space))).map(({ id, path }) => ({
      id,
      path,
      value: destinationValue({ kind: "folder", folderId: id }),
    })),
  }));
}

/** The way to a document's folder, for who may see it; nothing at the top. */
export async function listFolderPath(actor: Actor, folderId: string | null): Promise<Node[]> {
  if (folderId === null) return [];
  const folder = await db.documentFolder.findFirst({
    where: { AND: [{ id: folderId }, folderVisibleTo(actor)] },
    select: { spaceId: true },
  });
  return folder ? pathTo(await treeOf(folder.spaceId), folderId) : [];
}

// A space has some hundred folders at most: they are read once, and what is asked of them is counted here.
async function treeOf(spaceId: string): Promise<Node[]> {
  return db.documentFolder.findMany({
    where: { spaceId, removalId: null },
    select: { id: true, parentId: true, name: true },
  });
}

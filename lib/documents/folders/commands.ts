import type { Node } from "@/lib/documents/folders/tree";
import { commonSpace } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Folders of a space as a change of them needs them. */
export type PlacedNode = Node & { depth: number; removalId: string | null };

/** Whoever changes the order of a space waits here until the others are done. */
export async function holdSpaces(tx: Tx, _actor: Actor, ids: readonly string[]): Promise<void> {
  // In one order, so that two who move between the same spaces do not wait for each other.
  await tx.$queryRaw`select 1 from document_space where id = any(${[...ids]}::uuid[]) order by id for update`;
}

/** All folders of a space, those in the trash too; asked while the space is held. */
export async function foldersOf(tx: Tx, _actor: Actor, spaceId: string): Promise<PlacedNode[]> {
  return tx.documentFolder.findMany({
    where: { spaceId },
    select: { id: true, parentId: true, name: true, depth: true, removalId: true },
  });
}

/**
 * Holds a space and looks whether something may still be put into one of its folders.
 * @throws DomainError documents.folderGone when it is in the trash, or of another space
 */
export async function holdFolder(
  tx: Tx,
  actor: Actor,
  { spaceId, folderId }: { spaceId: string; folderId: string | null },
  field?: string,
): Promise<void> {
  await holdSpaces(tx, actor, [spaceId]);
  if (folderId === null) return;
  const there = await tx.documentFolder.count({ where: { id: folderId, spaceId, removalId: null } });
  if (there === 0) throw new DomainError("documents.folderGone", {}, field);
}

/**
 * Makes the folders of a programme's common space anew in that of its next edition; whoever copies the edition has been
 * asked for the right to.
 * @returns the copy of each folder, by its old identifier
 */
export async function copyFolders(
  tx: Tx,
  actor: Actor,
  input: { fromProgrammeId: string; toSpaceId: string },
): Promise<ReadonlyMap<string, string>> {
  const tree = await tx.documentFolder.findMany({
    where: { removalId: null, space: commonSpace(input.fromProgrammeId) },
    select: { id: true, parentId: true, name: true, depth: true },
  });
  const copies = new Map<string, string>();
  const levels = [...new Set(tree.map(({ depth }) => depth))].toSorted((a, b) => a - b);
  // A level at a time, eight at most: the next needs the identifiers of this one.
  for (const level of levels) {
    const here = tree.filter(({ depth }) => depth === level);
    const made = await tx.documentFolder.createManyAndReturn({
      data: here.map(({ parentId, name }) => ({
        spaceId: input.toSpaceId,
        parentId: parentId && (copies.get(parentId) ?? null),
        parentDepth: parentId === null ? null : level - 1,
        name,
        createdById: actor.personId,
        createdAt: actor.at,
      })),
      select: { id: true, parentId: true, name: true },
    });
    const byPlace = new Map(made.map((one) => [`${one.parentId} ${one.name}`, one.id]));
    for (const { id, parentId, name } of here) {
      const copy = byPlace.get(`${parentId && copies.get(parentId)} ${name}`);
      if (copy) copies.set(id, copy);
    }
  }
  return copies;
}

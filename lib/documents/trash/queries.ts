import "server-only";
import { spaceOf } from "@/lib/documents/policy";
import { canRestore, removalVisibleTo } from "@/lib/documents/trash/policy";
import { trashRules, usualDays } from "@/lib/documents/trash/retention";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";
import { findRuleSet, portalScope } from "@/lib/platform/rules";

/** One act of removing, as the trash shows it. */
export type RemovedRow = {
  id: string;
  isFolder: boolean;
  /** the document's title or the folder's name */
  name: string;
  lang: string | null;
  /** documents in it, the folder's or the one itself */
  documents: number;
  space: { organisation: { shortName: string } | null; table: { title: string } | null };
  removedAt: Date;
  removedBy: { givenName: string; familyName: string } | null;
  keptUntil: Date;
  mayRestore: boolean;
};

/** What was removed from the spaces of a programme and can come back, the last first, as far as the actor may see it. */
export async function listRemovals(
  actor: Actor,
  programmeId: string,
  window: { after?: Cursor; size: number } = { size: 50 },
): Promise<{ rows: RemovedRow[]; next?: string }> {
  const spaces = await db.documentSpace.findMany({ where: { programmeId }, select: { id: true } });
  const removals = await db.documentRemoval.findMany({
    where: {
      AND: [
        { spaceId: { in: spaces.map(({ id }) => id) } },
        removalVisibleTo(actor),
        keysetBefore("removedAt", window.after),
      ],
    },
    orderBy: [{ removedAt: "desc" }, { id: "desc" }],
    take: window.size + 1,
    select: {
      id: true,
      removedAt: true,
      keptUntil: true,
      removedBy: { select: { givenName: true, familyName: true } },
      space: {
        select: {
          ...spaceOf,
          organisation: { select: { shortName: true } },
          table: { select: { title: true } },
        },
      },
      folders: { orderBy: { depth: "asc" }, take: 1, select: { name: true } },
      documents: { take: 1, select: { title: true, lang: true, kind: true, createdById: true } },
      _count: { select: { documents: true } },
    },
  });
  const page = nextCursor(removals, window.size, (row) => ({ at: row.removedAt, id: row.id }));
  return {
    ...page,
    rows: page.rows.map(({ folders: [folder], documents: [document], _count, space, ...row }) => ({
      ...row,
      isFolder: folder !== undefined,
      name: folder?.name ?? document?.title ?? "",
      lang: folder ? null : (document?.lang ?? null),
      documents: _count.documents,
      space: { organisation: space.organisation, table: space.table },
      mayRestore: canRestore(actor, { space, document: folder ? null : (document ?? null) }),
    })),
  };
}

/** How many days what is removed today can be restored; no secret. */
export async function getTrashDays(actor: Actor): Promise<number> {
  return ((await findRuleSet(trashRules, portalScope, actor.at))?.content ?? usualDays).days;
}

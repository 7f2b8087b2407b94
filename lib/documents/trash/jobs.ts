import "server-only";
import { neededElsewhere } from "@/lib/documents/trash/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Removals of one run; the next goes on with the rest. */
const removalsAtOnce = 500;
/** Documents of one transaction: each makes its space lighter. */
const documentsAtOnce = 200;

/**
 * Deletes for good what is in the trash longer than it is kept; its room is free from then on, its bytes go with the next
 * sweep. What was begun is gone on with. May run as often as one likes.
 * @returns how many acts of removing were purged
 */
export async function purgeTrash(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const due = await db.documentRemoval.findMany({
    where: {
      keptUntil: { lte: actor.at },
      // Removed before anything asked whether it was needed: it stays where it is.
      documents: { none: neededElsewhere },
    },
    orderBy: { keptUntil: "asc" },
    take: removalsAtOnce,
    select: { id: true },
  });
  let purged = 0;
  for (const { id } of due) if (await purge(actor, id)) purged += 1;
  return purged;
}

async function purge(actor: Actor, id: string): Promise<boolean> {
  // From here on it is not restored; who restored it at this moment has taken the row away.
  const begun = await inTransaction((tx) =>
    tx.documentRemoval.updateMany({ where: { id }, data: { endedAt: actor.at } }),
  );
  if (begun.count === 0) return false;
  const root = await rootOf(id);
  let documents = 0;
  for (let gone = documentsAtOnce; gone === documentsAtOnce; documents += gone)
    gone = await inTransaction((tx) => deleteSome(tx, id));
  return inTransaction((tx) => end(tx, actor, { id, documents, ...root }));
}

async function rootOf(id: string) {
  const [folder, document, removal] = await Promise.all([
    db.documentFolder.findFirst({
      where: { removalId: id },
      orderBy: { depth: "asc" },
      select: { id: true },
    }),
    db.document.findFirst({ where: { removalId: id }, select: { id: true } }),
    db.documentRemoval.findUnique({
      where: { id },
      select: { space: { select: { programmeId: true, organisationId: true } } },
    }),
  ]);
  const subject = folder ? { kind: "folder", id: folder.id } : { kind: "document", id: document?.id ?? id };
  return { subject, space: removal?.space ?? null };
}

async function deleteSome(tx: Tx, removalId: string): Promise<number> {
  const some = await tx.document.findMany({
    where: { removalId },
    orderBy: { id: "asc" },
    take: documentsAtOnce,
    select: { id: true },
  });
  await tx.document.deleteMany({ where: { id: { in: some.map(({ id }) => id) }, removalId } });
  return some.length;
}

async function end(
  tx: Tx,
  actor: Actor,
  input: {
    id: string;
    documents: number;
    subject: { kind: string; id: string };
    space: { programmeId: string; organisationId: string | null } | null;
  },
): Promise<boolean> {
  // What lay in these folders and was removed before them goes to the top, should it be restored.
  const inside = { removalId: input.id };
  await tx.document.updateMany({ where: { folder: inside }, data: { folderId: null } });
  await tx.documentFolder.updateMany({
    where: { parent: inside, removalId: { not: input.id } },
    data: { parentId: null, parentDepth: null },
  });
  const folders = await tx.documentFolder.deleteMany({ where: inside });
  const { count } = await tx.documentRemoval.deleteMany({ where: { id: input.id } });
  if (count === 0) return false;
  await recordEvent(tx, actor, {
    kind: "documents.purged",
    subject: input.subject,
    programmeId: input.space?.programmeId ?? null,
    organisationId: input.space?.organisationId ?? null,
    data: { documents: input.documents, folders: folders.count },
  });
  return true;
}

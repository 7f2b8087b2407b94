import "server-only";
import { queueSignatures } from "@/lib/documents/signatures/commands";
import { queueText } from "@/lib/documents/text/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { announceChange } from "@/lib/platform/page-cache/announce";
import { tagsOf } from "@/lib/platform/page-cache/event-reach";
import { scanStream } from "@/lib/platform/scanner/clamd";
import { openObject } from "@/lib/platform/storage/storage";

/** Says in its own log that a file is withheld, for a feature that shows it. */
export type Tell = (tx: Tx, actor: Actor, sha256: string) => Promise<void>;

/**
 * Has the scanner look at bytes that wait for it. What is infected stays where it is and is given to nobody; its author
 * and the coordinators are told. A scanner that is away is asked again by the queue; where it was taken out of the
 * settings, nothing waits for it any more.
 */
export async function scanObject(
  actor: Actor,
  { sha256 }: { sha256: string },
  tells: readonly Tell[] = [],
): Promise<void> {
  authorise(actor.kind === "system");
  const waiting = { sha256, scan: "WAITING" } as const;
  if ((await db.storedObject.count({ where: waiting })) === 0) return;
  const address = env().CLAMD_ADDRESS;
  const threat = address ? await scanStream(address, (await openObject(sha256)).stream) : null;
  const found = threat === null ? ("CLEAN" as const) : ("INFECTED" as const);
  await inTransaction(async (tx) => {
    const { count } = await tx.storedObject.updateMany({
      where: waiting,
      data: { scan: address ? found : "NONE", threat },
    });
    if (count === 0) return;
    if (threat === null) {
      const versions = await tx.documentVersion.findMany({
        where: { objectSha256: sha256 },
        distinct: ["mimeType"],
        select: { mimeType: true },
      });
      const mimeTypes = versions.map(({ mimeType }) => mimeType);
      if (mimeTypes.length > 0) await queueText(tx, actor, sha256);
      await queueSignatures(tx, actor, { sha256, mimeTypes });
      // What visitors may read of it shows on public pages from now on.
      return announceChange(tx, tagsOf({ kind: "documents.published" }));
    }
    for (const tell of [tellOfVersions, ...tells]) await tell(tx, actor, sha256);
  });
}

const tellOfVersions: Tell = async (tx, actor, sha256) => {
  const versions = await tx.documentVersion.findMany({
    where: { objectSha256: sha256 },
    select: {
      id: true,
      number: true,
      authorId: true,
      document: {
        select: { id: true, space: { select: { programmeId: true, organisationId: true } } },
      },
    },
  });
  for (const { id, number, authorId, document } of versions) {
    await recordEvent(tx, actor, {
      kind: "documents.fileWithheld",
      subject: { kind: "document", id: document.id },
      programmeId: document.space.programmeId,
      organisationId: document.space.organisationId,
      data: { versionId: id, number, author: authorId },
    });
  }
};

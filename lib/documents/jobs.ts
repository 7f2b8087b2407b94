import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { listObjects, removeObject, sweepTemporary } from "@/lib/platform/storage/storage";

const day = 86_400_000;

/**
 * Removes what nothing points to: half-written files, objects without version, attachment, post that waits, receipt, minutes or cover,
 * and bytes without object. Whatever is younger than a day stays: its form may still be on the way.
 * @returns how many files were removed
 */
export async function sweepObjects(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const before = new Date(actor.at.getTime() - day);
  let removed = await sweepTemporary(before);
  await db.storedObject.deleteMany({
    where: {
      createdAt: { lt: before },
      versions: { none: {} },
      attachments: { none: {} },
      scheduled: { none: {} },
      receipts: { none: {} },
      registers: { none: {} },
      minutes: { none: {} },
      covers: { none: {} },
    },
  });
  for await (const { sha256, modifiedAt } of listObjects()) {
    // Storing the same bytes again renews their date, so that an upload of this moment is safe.
    if (modifiedAt >= before) continue;
    if (await db.storedObject.findUnique({ where: { sha256 }, select: { sha256: true } })) continue;
    await removeObject(sha256);
    removed += 1;
  }
  return removed;
}

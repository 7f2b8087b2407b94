import { isGivenOut } from "@/lib/documents/scan/given";
import { bearsSignatures } from "@/lib/documents/signatures/kinds";
import { attempts, jobKey } from "@/lib/documents/signatures/reader";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";

/**
 * Has the worker read who signed a version's bytes, where its kind bears signatures and they were not read before. What
 * waits for the scanner is read once that has found nothing.
 */
export async function queueSignatures(
  tx: Tx,
  _actor: Actor,
  { sha256, mimeTypes }: { sha256: string; mimeTypes: readonly string[] },
): Promise<void> {
  if (!mimeTypes.some(bearsSignatures)) return;
  await tx.storedObject.updateMany({
    where: { sha256, signing: "NONE" },
    data: { signing: "WAITING" },
  });
  const object = await tx.storedObject.findUnique({
    where: { sha256 },
    select: { scan: true, signing: true },
  });
  if (object?.signing !== "WAITING" || !isGivenOut(object.scan)) return;
  await enqueue(tx, "read-signatures", { sha256 }, { key: jobKey(sha256), attempts });
}

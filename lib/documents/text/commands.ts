import { isGivenOut } from "@/lib/documents/scan/given";
import { passagesOf } from "@/lib/documents/text/passages";
import { attempts, jobKey, readerVersion } from "@/lib/documents/text/reader";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { enqueue } from "@/lib/platform/jobs/queue";

/**
 * Has the worker read the text of a version's bytes, unless they were read before or must not be given out. The same
 * bytes under another name may be of a kind that can be read.
 */
export async function queueText(tx: Tx, _actor: Actor, sha256: string): Promise<void> {
  const object = await tx.storedObject.findUnique({ where: { sha256 }, select: { scan: true } });
  if (!object || !isGivenOut(object.scan)) return;
  const { count: made } = await tx.fileText.createMany({ data: [{ sha256 }], skipDuplicates: true });
  const { count: again } =
    made > 0
      ? { count: 0 }
      : await tx.fileText.updateMany({
          where: { sha256, state: "UNSUPPORTED", reader: readerVersion },
          data: { state: "WAITING", reason: null },
        });
  if (made + again > 0) await enqueue(tx, "read-text", { sha256 }, { key: jobKey(sha256), attempts });
}

/**
 * Keeps the text of bytes that wait for it, with its words.
 * @param kept `searched`: characters from the beginning whose words are kept
 */
export async function keepText(
  tx: Tx,
  actor: Actor,
  kept: { sha256: string; text: string; isCut: boolean; searched: number },
): Promise<void> {
  authorise(actor.kind === "system");
  const { sha256, text, isCut, searched } = kept;
  const done = await tx.$executeRaw`
    update file_text set state = 'DONE', reason = null, is_cut = ${isCut}, length = ${text.length},
      reader = ${readerVersion}, read_at = ${actor.at},
      search = to_tsvector('pg_catalog.italian', f_unaccent(${text.slice(0, searched)}))
    where sha256 = ${sha256} and state = 'WAITING'`;
  if (done === 0) return;
  await tx.filePassage.deleteMany({ where: { sha256 } });
  await tx.filePassage.createMany({
    data: passagesOf(text).map((passage, index) => ({ sha256, number: index + 1, text: passage })),
  });
}

import { buffer } from "node:stream/consumers";
import { keepText } from "@/lib/documents/text/commands";
import { systemActor } from "@/lib/platform/actor";
import { textFormatOf } from "@/lib/platform/extraction/formats";
import { readText } from "@/lib/platform/extraction/read-text";
import { openObject } from "@/lib/platform/storage/storage";
import type { Seeding } from "./store";

/**
 * Reads the texts of the demonstration's own files at once, so that they are found from the first moment. What others put
 * in is read by the worker alone, in a process that is watched.
 */
export async function seedTexts({ tx, now }: Seeding): Promise<void> {
  const actor = systemActor("demonstration", now);
  const versions = await tx.documentVersion.findMany({
    distinct: ["objectSha256"],
    select: { objectSha256: true, mimeType: true },
  });
  for (const { objectSha256: sha256, mimeType } of versions) {
    const format = textFormatOf(mimeType);
    if (!format) continue;
    const { stream } = await openObject(sha256);
    const read = await readText(new Uint8Array(await buffer(stream)), format);
    if ("failure" in read) throw new Error(`A file of the demonstration cannot be read: ${read.failure}`);
    await tx.fileText.create({ data: { sha256 } });
    await keepText(tx, actor, { sha256, ...read, searched: read.text.length });
  }
}

import { createHash, randomUUID } from "node:crypto";
import { mkdir, open, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { DomainError } from "@/lib/platform/errors";
import { storageFault } from "@/lib/platform/storage/storage-fault";

/** Bytes of the beginning that are kept in memory to tell what a file is. */
export const headBytes = 4100;

/** Complete bytes in a temporary file, with what was learnt while they passed. */
export type StagedFile = { path: string; sha256: string; size: number; head: Uint8Array };

/** The refusal of a file that is too large; `max` in megabytes, as the message shows it. */
export function fileTooLarge(maxBytes: number): DomainError {
  return new DomainError("portal.fileTooLarge", { max: Math.floor(maxBytes / 1e4) / 100 || maxBytes / 1e6 });
}

/**
 * Writes a source to a temporary file, hashing on the way and holding one chunk at a time. Nothing is left behind when
 * the source breaks off, is empty or passes the limit.
 * @throws DomainError "portal.storageFull", "portal.storageAway"
 */
export async function stage(
  directory: string,
  source: Readable | Uint8Array,
  limits: { maxBytes?: number } = {},
): Promise<StagedFile> {
  const maxBytes = limits.maxBytes ?? Number.POSITIVE_INFINITY;
  // A source that breaks off before the loop reads it would end the process; the loop meets the same error.
  if (!(source instanceof Uint8Array)) source.on("error", () => undefined);
  const path = join(/* turbopackIgnore: true */ directory, randomUUID());
  const hash = createHash("sha256");
  const head: Uint8Array[] = [];
  let size = 0;
  try {
    await mkdir(directory, { recursive: true, mode: 0o700 });
    const handle = await open(path, "wx", 0o600);
    try {
      for await (const chunk of source instanceof Uint8Array ? [source] : source) {
        const bytes = chunk as Uint8Array;
        if (size < headBytes) head.push(bytes.slice(0, headBytes - size));
        size += bytes.byteLength;
        if (size > maxBytes) throw fileTooLarge(maxBytes);
        hash.update(bytes);
        await handle.writeFile(bytes);
      }
      if (size === 0) throw new DomainError("portal.fileEmpty");
      await handle.sync();
    } finally {
      await handle.close();
    }
  } catch (error) {
    // Where it could not be written there is nothing to remove.
    await rm(path, { force: true }).catch(() => undefined);
    throw storageFault(error);
  }
  return { path, sha256: hash.digest("hex"), size, head: Buffer.concat(head) };
}

/** Removes temporary files last written before an instant: what a killed process left. Returns how many. */
export async function sweepStaged(directory: string, olderThan: Date): Promise<number> {
  let removed = 0;
  for (const name of await readdir(directory).catch(() => [])) {
    const path = join(/* turbopackIgnore: true */ directory, name);
    const entry = await stat(path).catch(() => null);
    if (!entry || entry.mtime >= olderThan) continue;
    await rm(path, { force: true });
    removed += 1;
  }
  return removed;
}

import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { basename, join } from "node:path";
import { Readable } from "node:stream";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { stage } from "@/lib/platform/storage/staging";
import { largestPart } from "@/lib/platform/uploads/limits";

/** A part as it was written: `file` is its name in the upload's folder. */
export type WrittenPart = { file: string; size: number; sha256: string };

// Parts lie beside the objects, on the same disk, and are read once: they never go to the store.
const folders = () => join(/* turbopackIgnore: true */ env().dataDir, "uploads");
const folder = (uploadId: string) => join(/* turbopackIgnore: true */ folders(), uploadId);

/**
 * Writes one part to a file of its own, hashing on the way. It counts only once a row names it.
 * @throws DomainError "portal.fileTooLarge", "portal.fileEmpty", "portal.storageFull", "portal.storageAway"
 */
export async function writePart(uploadId: string, source: Readable): Promise<WrittenPart> {
  const { path, sha256, size } = await stage(folder(uploadId), source, { maxBytes: largestPart });
  return { file: basename(path), size, sha256 };
}

/** Removes a part that counts for nothing. */
export function removePart(uploadId: string, file: string): Promise<void> {
  return rm(join(folder(uploadId), file), { force: true });
}

/** Removes everything that came of an upload. */
export function removeParts(uploadId: string): Promise<void> {
  return rm(folder(uploadId), { recursive: true, force: true });
}

/** Uploads of which something lies on the disk. */
export async function listFolders(): Promise<string[]> {
  return readdir(folders()).catch(() => []);
}

/**
 * The bytes of all parts one after the other, in constant memory. Each is held against its digest once more: a disk may
 * lose what it was given.
 */
export function readParts(uploadId: string, parts: readonly WrittenPart[]): Readable {
  return Readable.from(checked(uploadId, parts), { objectMode: false });
}

async function* checked(uploadId: string, parts: readonly WrittenPart[]): AsyncGenerator<Uint8Array> {
  for (const { file, sha256 } of parts) {
    const hash = createHash("sha256");
    try {
      for await (const chunk of createReadStream(join(folder(uploadId), file))) {
        hash.update(chunk as Uint8Array);
        yield chunk as Uint8Array;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
      throw new DomainError("portal.uploadLost", {}, undefined, { cause: error });
    }
    if (hash.digest("hex") !== sha256) throw new DomainError("portal.uploadLost");
  }
}

import { createReadStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { extract as tarExtract } from "tar-stream";
import { decrypting, readKey } from "@/lib/platform/backup/encryption";
import { BackupError, type EntryName, parseEntryName } from "@/lib/platform/backup/format";
import { unsealing } from "@/lib/platform/backup/seal";

/** One entry; its stream has to be read to the end before the next entry comes. */
export interface ArchiveEntry {
  name: EntryName;
  size: number;
  stream: Readable;
}

/** An archive that can be read more than once. */
export interface Archive {
  isEncrypted: boolean;
  /** the entries in order; ends in a BackupError when the archive turns out to be damaged */
  entries(): AsyncGenerator<ArchiveEntry>;
}

/** Opens an archive. @throws BackupError when the file or the passphrase does not do */
export async function openArchive(file: string, passphrase: string | undefined): Promise<Archive> {
  const key = await readKey(file, passphrase);
  return {
    isEncrypted: key !== null,
    async *entries() {
      const source = createReadStream(file, { start: key?.preamble.length ?? 0 });
      const tar = tarExtract();
      const piped = pipeline([source, ...(key ? [decrypting(key.key)] : []), unsealing(), tar]);
      piped.catch(() => undefined);
      let isDone = false;
      try {
        for await (const entry of tar) {
          const { name, size = 0 } = entry.header;
          yield { name: parseEntryName(name), size, stream: entry as unknown as Readable };
        }
        await piped;
        isDone = true;
      } catch (error) {
        throw asDamage(error);
      } finally {
        // Whoever stops reading half way leaves no open file.
        if (!isDone) source.destroy();
      }
    },
  };
}

/** What a reader of a broken archive meets, said so that the person understands it. */
export function asDamage(error: unknown): BackupError {
  if (error instanceof BackupError) return error;
  return new BackupError("The archive is damaged, was cut, or is not a backup of the portal.", {
    cause: error,
  });
}

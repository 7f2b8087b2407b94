import { createWriteStream, existsSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pack as tarPack } from "tar-stream";
import { encrypting, newKey } from "@/lib/platform/backup/encryption";
import { BackupError } from "@/lib/platform/backup/format";
import { sealing } from "@/lib/platform/backup/seal";

/** An archive that is being written, to `<file>.part` until it is whole. */
export interface ArchiveWriter {
  add(name: string, content: Buffer | { size: number; stream: Readable }): Promise<void>;
  /** ends the archive, and gives it its name once it is on the disk */
  finish(): Promise<void>;
  /** leaves nothing behind */
  abandon(): Promise<void>;
}

/**
 * Begins an archive: a tar file with a seal at its end, encrypted when there is a passphrase, readable by its owner alone.
 * @throws BackupError when the file is there already: a backup never overwrites one
 */
export async function createArchive(
  file: string,
  how: { passphrase: string | undefined; madeAt: Date; signal?: AbortSignal },
): Promise<ArchiveWriter> {
  refuseExisting(file);
  const part = `${file}.part`;
  if (existsSync(part)) {
    throw new BackupError(`${part} is there: another backup is writing it, or left it when cut. Remove it.`);
  }
  const key = how.passphrase ? await newKey(how.passphrase) : null;
  const pack = tarPack();
  const output = createWriteStream(part, { flags: "wx", mode: 0o600, flush: true });
  if (key) output.write(key.preamble);
  const source = pack as unknown as Readable;
  const body = key ? [sealing(), encrypting(key.key)] : [sealing()];
  const piped = pipeline([source, ...body, output], { signal: how.signal });
  let failure: unknown;
  piped.catch((error: unknown) => {
    failure = error;
  });
  return {
    async add(name, content) {
      if (failure) throw failure;
      const { size, stream } = Buffer.isBuffer(content)
        ? { size: content.length, stream: Readable.from([content]) }
        : content;
      const sink = pack.entry({ name, size, mtime: how.madeAt, mode: 0o600 });
      const written = pipeline(stream, sink);
      written.catch(() => undefined);
      // A full disk ends the archive, not the entry.
      await Promise.race([written, piped.then(() => written)]);
    },
    async finish() {
      pack.finalize();
      await piped;
      refuseExisting(file);
      await rename(part, file);
    },
    async abandon() {
      pack.destroy();
      await piped.catch(() => undefined);
      await rm(part, { force: true });
    },
  };
}

function refuseExisting(file: string): void {
  if (existsSync(file)) throw new BackupError(`${file} is there already. A backup overwrites nothing.`);
}

import { createReadStream } from "node:fs";
import { mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { StorageDriver } from "@/lib/platform/storage/driver";

/** Objects as files `ab/cd/<hash>` below a directory. */
export function diskDriver(directory: string): StorageDriver {
  const place = (sha256: string) =>
    join(/* turbopackIgnore: true */ directory, sha256.slice(0, 2), sha256.slice(2, 4), sha256);
  return {
    async keep(path, sha256) {
      const target = place(sha256);
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await rename(path, target);
      await flushDirectory(dirname(target));
    },
    async open(sha256, range) {
      const size = await sizeOf(place(sha256));
      return size === null ? null : { stream: createReadStream(place(sha256), range), size };
    },
    has: async (sha256) => (await sizeOf(place(sha256))) !== null,
    remove: (sha256) => rm(place(sha256), { force: true }),
    async *list() {
      for (const first of await names(directory)) {
        for (const second of await names(join(directory, first))) {
          for (const sha256 of await names(join(directory, first, second))) {
            const entry = await stat(join(directory, first, second, sha256)).catch(() => null);
            if (entry) yield { sha256, modifiedAt: entry.mtime };
          }
        }
      }
    },
  };
}

async function sizeOf(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw error;
  }
}

async function names(directory: string): Promise<string[]> {
  return readdir(directory).catch(() => []);
}

// After a power cut the new name must still be there: the directory is a file of its own.
async function flushDirectory(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

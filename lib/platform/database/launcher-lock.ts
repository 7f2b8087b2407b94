import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { startOf } from "@/lib/platform/database/process-identity";

interface Holder {
  pid: number;
  start: string | null;
}

/** Another portal runs on the same data directory. */
export class DataDirectoryBusyError extends Error {}

/**
 * Takes the data directory for this process; a lock left by a process that is gone is taken over.
 * @returns what gives it back
 * @throws DataDirectoryBusyError when a live process holds it
 */
export function lockDataDirectory(dataDir: string): () => void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const lock = join(dataDir, "portal.lock");
  const own = `${lock}.${process.pid}`;
  writeFileSync(own, JSON.stringify({ pid: process.pid, start: startOf(process.pid) } satisfies Holder));
  try {
    for (let attempt = 0; attempt < 3; attempt += 1) {
      try {
        linkSync(own, lock);
        return () => rmSync(lock, { force: true });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      }
      refuseIfHeld(lock, dataDir);
      rmSync(lock, { force: true });
    }
    throw new DataDirectoryBusyError(`Another portal is starting on the data directory ${dataDir}.`);
  } finally {
    rmSync(own, { force: true });
  }
}

function refuseIfHeld(lock: string, dataDir: string): void {
  let holder: Holder;
  try {
    holder = JSON.parse(readFileSync(lock, "utf8")) as Holder;
  } catch {
    return;
  }
  const start = startOf(holder.pid);
  if (start !== null && start === holder.start) {
    throw new DataDirectoryBusyError(
      `Another portal (process ${holder.pid}) already runs on the data directory ${dataDir}. Stop it, or set SPERIMENTA_DATA_DIR.`,
    );
  }
}

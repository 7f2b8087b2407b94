import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { inject } from "vitest";
import { openArchive } from "@/lib/platform/backup/archive-reader";
import { type BackupSource, makeBackup } from "@/lib/platform/backup/backup";
import type { Manifest } from "@/lib/platform/backup/format";
import { type Restored, type RestoreTarget, restoreArchive } from "@/lib/platform/backup/restore";
import { copyOut, listSections, prepareToCopy } from "@/lib/platform/backup/tables";
import { verifyArchive } from "@/lib/platform/backup/verify";
import { withClient, withDatabase } from "@/lib/platform/database/connection";
import { diskDriver } from "@/lib/platform/storage/disk";
import type { StorageDriver } from "@/lib/platform/storage/driver";

const silent = () => undefined;
export const madeAt = new Date("2026-03-23T09:00:00.123Z");

/** A database of its own, migrated and empty, with an empty folder of files. */
export async function aTarget(): Promise<RestoreTarget & { store: StorageDriver }> {
  const server = inject("testServer");
  const name = `${server.prefix}_restore_${randomBytes(4).toString("hex")}`;
  await withClient(server.migrationUrl, (client) =>
    client.query(`CREATE DATABASE "${name}" TEMPLATE "${server.template}"`),
  );
  const dataDir = aFolder();
  return {
    url: withDatabase(server.url, name),
    migrationUrl: withDatabase(server.migrationUrl, name),
    store: diskDriver(join(dataDir, "objects")),
    temporary: join(dataDir, "temporary"),
    dataDir,
  };
}

/** A folder that goes with the run's files. */
export function aFolder(): string {
  return mkdtempSync(join(inject("testServer").dataDir, "archive-"));
}

/** What a target holds, to be backed up again. */
export function asSource({ migrationUrl, store, dataDir }: RestoreTarget): BackupSource {
  return { url: migrationUrl, store, dataDir };
}

/** Backs up to a new file. */
export async function backUp(
  source: BackupSource,
  options: { file?: string; passphrase?: string; signal?: AbortSignal } = {},
): Promise<{ file: string; manifest: Manifest }> {
  const file = options.file ?? join(aFolder(), "backup.tar");
  return { file, manifest: await makeBackup(source, { ...options, file, madeAt, progress: silent }) };
}

/** Reads an archive whole, as a restore does first. */
export async function verify(file: string, passphrase?: string) {
  return verifyArchive(await openArchive(file, passphrase), silent);
}

/** Restores an archive as the command does. */
export async function restore(
  file: string,
  target: RestoreTarget,
  how: { replace?: boolean; passphrase?: string } = {},
): Promise<Restored> {
  const archive = await openArchive(file, how.passphrase);
  const verified = await verifyArchive(archive, silent);
  return restoreArchive(archive, verified, target, { replace: how.replace ?? false, progress: silent });
}

/** Count and checksum of every table, by name. */
export async function checksums(url: string): Promise<Record<string, string>> {
  return withClient(url, async (client) => {
    await prepareToCopy(client);
    const found: Record<string, string> = {};
    for (const section of await listSections(client)) {
      const { rows, sha256 } = await copyOut(client, section);
      found[section.name] = `${rows} ${sha256}`;
    }
    return found;
  });
}

/** A command that runs in a process of its own. */
export type ArchiveProcess = {
  exit: Promise<number | null>;
  said: () => string;
  /** most memory that it held, in megabytes; 0 where the system does not tell */
  peak: () => number;
  killAfter: (ms: number) => Promise<void>;
};

/** Runs the script of a command on a target, in a process that can be measured and killed. */
export function archiveProcess(
  command: "backup" | "restore",
  file: string,
  target: RestoreTarget,
  settings: Record<string, string> = {},
): ArchiveProcess {
  const args = [`scripts/${command}.ts`, file, ...(command === "restore" ? ["--replace"] : [])];
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", ...args], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      DATABASE_URL: target.url,
      DATABASE_MIGRATION_URL: target.migrationUrl,
      SPERIMENTA_DATA_DIR: target.dataDir,
      ...settings,
    },
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryOf(child.pid ?? 0));
  }, 100);
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  void exit.then(() => clearInterval(watch));
  return {
    exit,
    said: () => Buffer.concat(said).toString(),
    peak: () => peak,
    async killAfter(ms) {
      await Promise.race([wait(ms), exit]);
      child.kill("SIGKILL");
      await exit;
    },
  };
}

function memoryOf(pid: number): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

/** Waits until the server has noticed that a killed process is gone. */
export async function untilUnused(url: string): Promise<void> {
  const others = `SELECT count(*)::int AS n FROM pg_stat_activity
    WHERE datname = current_database() AND usename IS NOT NULL AND pid <> pg_backend_pid()`;
  await withClient(url, async (client) => {
    while ((await client.query<{ n: number }>(others)).rows[0]?.n !== 0) await wait(20);
  });
}

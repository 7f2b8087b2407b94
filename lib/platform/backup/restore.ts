import { rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import type { Archive } from "@/lib/platform/backup/archive-reader";
import { BackupError, type Manifest } from "@/lib/platform/backup/format";
import { loadTables } from "@/lib/platform/backup/load";
import { type Progress, readableBytes } from "@/lib/platform/backup/progress";
import { rebuildSchema, scriptsFor, tablesWithRows } from "@/lib/platform/backup/schema-rebuild";
import { copyOut, listSections, prepareToCopy, quoted } from "@/lib/platform/backup/tables";
import { hashOf, readSmall, type VerifiedArchive } from "@/lib/platform/backup/verify";
import { type DatabaseUrls, withClient } from "@/lib/platform/database/connection";
import { migrationLock } from "@/lib/platform/database/migrations";
import { prepareDatabase } from "@/lib/platform/database/prepare";
import type { StorageDriver } from "@/lib/platform/storage/driver";
import { stage } from "@/lib/platform/storage/staging";

/** Where an archive is restored to. */
export interface RestoreTarget extends DatabaseUrls {
  store: Pick<StorageDriver, "keep" | "open">;
  /** where files are written before they get their place */
  temporary: string;
  dataDir: string;
}

/** What was restored and found equal. */
export interface Restored {
  tables: number;
  rows: number;
  files: { count: number; bytes: number };
  /** migrations that the archive lacked, applied afterwards */
  migrated: string[];
}

/**
 * Puts a verified archive in place of what a target holds: one transaction, which ends well only when every table and
 * every file were compared with the archive. Cut at any moment, it leaves the target as it was, or whole; files that no
 * row names are swept later.
 * @throws BackupError when the target is in use, holds data (without `replace`), or is older than the archive
 */
export async function restoreArchive(
  archive: Archive,
  { about, manifest }: VerifiedArchive,
  target: RestoreTarget,
  how: { replace: boolean; progress: Progress },
): Promise<Restored> {
  const scripts = scriptsFor(about);
  await withClient(target.migrationUrl, (client) => refuseUnlessFree(client, how));
  // An empty database gets the tables of the queue and of the migrations here.
  await prepareDatabase(target);
  await withClient(target.migrationUrl, async (client) => {
    await prepareToCopy(client);
    await client.query("BEGIN");
    await client.query("SELECT pg_advisory_xact_lock($1)", [migrationLock]);
    await refuseUnlessFree(client, how);
    const finishTables = await rebuildSchema(client, scripts);
    const secrets = await load(client, archive, target, { manifest, progress: how.progress });
    await setSequences(client, manifest);
    await finishTables();
    await compareTables(client, manifest);
    await compareFiles(client, target, { manifest, progress: how.progress });
    await client.query("ANALYZE");
    const finishSecrets = await stageSecrets(target.dataDir, secrets);
    await client.query("COMMIT");
    await finishSecrets();
  });
  const migrated = await prepareDatabase(target);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  return { tables: manifest.tables.length, rows, files: manifest.files, migrated };
}

async function refuseUnlessFree(client: pg.Client, { replace }: { replace: boolean }): Promise<void> {
  await refuseWhenUsed(client);
  if (!replace) await refuseWhenFilled(client);
}

/** A portal that runs would write between the rows, and would keep what it read before. */
async function refuseWhenUsed(client: pg.Client): Promise<void> {
  for (let attempt = 0; ; attempt += 1) {
    const { rows } = await client.query<{ pid: number; name: string }>(
      `SELECT pid, coalesce(nullif(application_name, ''), usename::text) AS name FROM pg_stat_activity
       WHERE datname = current_database() AND usename IS NOT NULL AND pid <> pg_backend_pid()`,
    );
    if (rows.length === 0) return;
    // Connections that were closed a moment ago take a moment to go.
    if (attempt === 20) {
      const names = [...new Set(rows.map(({ name }) => name))].join(", ");
      throw new BackupError(
        `The database is in use (${rows.length} connections: ${names}). Stop the portal and its workers, then restore.`,
      );
    }
    await wait(100);
  }
}

async function refuseWhenFilled(client: pg.Client): Promise<void> {
  const filled = await tablesWithRows(client);
  if (filled.length === 0) return;
  throw new BackupError(
    `The target holds data (${filled.join(", ")}). With --replace they are given up for those of the archive.`,
  );
}

async function load(
  client: pg.Client,
  archive: Archive,
  target: RestoreTarget,
  { manifest, progress }: { manifest: Manifest; progress: Progress },
): Promise<Map<string, Buffer>> {
  const secrets = new Map<string, Buffer>();
  const tables = loadTables(client, manifest);
  const done = { count: 0, bytes: 0 };
  for await (const entry of archive.entries()) {
    const { name } = entry;
    if (name.kind === "table") {
      await tables.add(name.table, entry);
      progress(() => `loading ${name.table}`);
      continue;
    }
    if (name.kind === "secret") secrets.set(name.file, await readSmall(entry));
    else if (name.kind === "file" && !manifest.damaged.includes(name.sha256)) {
      const staged = await stage(target.temporary, entry.stream);
      if (staged.sha256 !== name.sha256) throw new BackupError("The archive changed while it was read.");
      await target.store.keep(staged.path, staged.sha256);
    } else entry.stream.resume();
    if (name.kind !== "file") continue;
    done.count += 1;
    done.bytes += entry.size;
    progress(() => `${done.count} of ${manifest.files.count} files, ${readableBytes(done.bytes)}`);
  }
  await tables.finish();
  return secrets;
}

async function setSequences(client: pg.Client, manifest: Manifest): Promise<void> {
  for (const { name, lastValue, isCalled } of manifest.sequences) {
    await client.query("SELECT setval($1::regclass, $2::bigint, $3)", [
      `public.${quoted(name)}`,
      lastValue,
      isCalled,
    ]);
  }
}

async function compareTables(client: pg.Client, manifest: Manifest): Promise<void> {
  const sections = await listSections(client);
  const found = new Map<string, string>();
  for (const section of sections) found.set(section.name, (await copyOut(client, section)).sha256);
  const unlike = manifest.tables.filter(({ name, sha256 }) => found.get(name) !== sha256);
  if (unlike.length === 0 && found.size === manifest.tables.length) return;
  throw new BackupError(
    `Not restored: the rows of ${unlike.map(({ name }) => name).join(", ")} came out otherwise than they went in.`,
  );
}

async function compareFiles(
  client: pg.Client,
  target: RestoreTarget,
  { manifest, progress }: { manifest: Manifest; progress: Progress },
): Promise<void> {
  const lost = new Set([...manifest.missing, ...manifest.damaged]);
  let compared = 0;
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT sha256 FROM stored_object WHERE sha256 COLLATE "C" > $1 ORDER BY sha256 COLLATE "C" LIMIT 500`,
      [after],
    );
    for (const { sha256 } of rows) {
      const opened = await target.store.open(sha256);
      const isEqual = opened !== null && (await hashOf(opened.stream)) === sha256;
      if (isEqual) compared += 1;
      else if (!lost.has(sha256))
        throw new BackupError(`Not restored: the file ${sha256} did not arrive whole.`);
      progress(() => `${compared} of ${manifest.files.count} files compared`);
    }
    const last = rows.at(-1);
    if (!last) return;
    after = last.sha256;
  }
}

/** Written aside before the commit, given their names after it: a restore that fails changes no secret. */
async function stageSecrets(dataDir: string, secrets: Map<string, Buffer>): Promise<() => Promise<void>> {
  const aside = (file: string) => join(dataDir, `${file}.restored`);
  for (const [file, content] of secrets) await writeFile(aside(file), content, { mode: 0o600, flush: true });
  return async () => {
    for (const file of secrets.keys()) await rename(aside(file), join(dataDir, file));
  };
}

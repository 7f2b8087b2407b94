import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { Transform } from "node:stream";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import type pg from "pg";
import { type ArchiveWriter, createArchive } from "@/lib/platform/backup/archive-writer";
import {
  aboutEntry,
  describeNow,
  fileEntry,
  type Manifest,
  manifestEntry,
  type Section,
  secretEntry,
  secretFiles,
  type TableSummary,
  tableEntry,
} from "@/lib/platform/backup/format";
import { type Progress, readableBytes } from "@/lib/platform/backup/progress";
import {
  copyOut,
  listSections,
  prepareToCopy,
  readAppliedMigrations,
  readSequences,
} from "@/lib/platform/backup/tables";
import { withClient } from "@/lib/platform/database/connection";
import { migrationLock } from "@/lib/platform/database/migrations";
import type { StorageDriver } from "@/lib/platform/storage/driver";
import { version } from "@/package.json";

const compress = promisify(gzip);
/** Tar needs the size of an entry before its bytes: rows are gathered up to this much. */
const pieceBytes = 4 * 1024 ** 2;
const objectsAtOnce = 500;

/** What is backed up. */
export interface BackupSource {
  /** address of the owner */
  url: string;
  store: Pick<StorageDriver, "open">;
  dataDir: string;
}

/** How, and to where. */
export interface BackupOptions {
  file: string;
  passphrase?: string;
  madeAt: Date;
  signal?: AbortSignal;
  progress: Progress;
}

/**
 * Writes one archive with the database as it is at one moment and the files that its rows name, while the portal runs.
 * @returns what the archive holds
 */
export async function makeBackup(source: BackupSource, options: BackupOptions): Promise<Manifest> {
  const archive = await createArchive(options.file, {
    passphrase: options.passphrase,
    madeAt: options.madeAt,
    signal: options.signal,
  });
  try {
    const manifest = await withClient(source.url, (client) =>
      inSnapshot(client, () => copyAll(client, archive, source, options)),
    );
    await archive.add(manifestEntry, Buffer.from(JSON.stringify(manifest)));
    await archive.finish();
    return manifest;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

/** The shared lock keeps migrations out, which would change tables that are not copied yet. */
async function inSnapshot<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await prepareToCopy(client);
  await client.query("SELECT pg_advisory_lock_shared($1)", [migrationLock]);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  return work();
}

async function copyAll(
  client: pg.Client,
  archive: ArchiveWriter,
  source: BackupSource,
  options: BackupOptions,
): Promise<Manifest> {
  const migrations = await readAppliedMigrations(client);
  const about = describeNow({ portal: version, madeAt: options.madeAt.toISOString(), migrations });
  await archive.add(aboutEntry, Buffer.from(JSON.stringify(about)));
  const tables: TableSummary[] = [];
  for (const section of await listSections(client)) {
    options.progress(() => `${tables.length} tables copied, now ${section.name}`);
    tables.push(await addTable(client, archive, section));
  }
  const sequences = await readSequences(client);
  for (const file of secretFiles) await addSecret(archive, source.dataDir, file);
  return { tables, sequences, ...(await addFiles(client, archive, source, options)) };
}

async function addTable(client: pg.Client, archive: ArchiveWriter, section: Section): Promise<TableSummary> {
  let gathered: Buffer[] = [];
  let bytes = 0;
  let pieces = 0;
  const flush = async () => {
    if (bytes === 0) return;
    pieces += 1;
    const piece = Buffer.concat(gathered);
    gathered = [];
    bytes = 0;
    await archive.add(tableEntry(section.name, pieces), await compress(piece));
  };
  const summary = await copyOut(client, section, async (chunk) => {
    gathered.push(chunk);
    bytes += chunk.length;
    if (bytes >= pieceBytes) await flush();
  });
  await flush();
  return summary;
}

async function addSecret(archive: ArchiveWriter, dataDir: string, file: string): Promise<void> {
  const content = await readFile(join(dataDir, file)).catch((error: NodeJS.ErrnoException) => {
    // The secret may stand in the settings instead.
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (content) await archive.add(secretEntry(file), content);
}

async function addFiles(
  client: pg.Client,
  archive: ArchiveWriter,
  source: BackupSource,
  options: BackupOptions,
): Promise<Pick<Manifest, "files" | "missing" | "damaged">> {
  const files = { count: 0, bytes: 0 };
  const missing: string[] = [];
  const damaged: string[] = [];
  for await (const sha256 of storedObjects(client)) {
    const opened = await source.store.open(sha256);
    if (!opened) {
      missing.push(sha256);
      continue;
    }
    const hash = createHash("sha256");
    const hashing = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk);
        done(null, chunk);
      },
    });
    opened.stream.once("error", (error) => hashing.destroy(error));
    await archive.add(fileEntry(sha256), { size: opened.size, stream: opened.stream.pipe(hashing) });
    if (hash.digest("hex") !== sha256) damaged.push(sha256);
    files.count += 1;
    files.bytes += opened.size;
    options.progress(() => `${files.count} files copied, ${readableBytes(files.bytes)}`);
  }
  return { files, missing: await stillNamed(source.url, missing), damaged };
}

/** Page by page: a list of all would grow with the portal. */
async function* storedObjects(client: pg.Client): AsyncGenerator<string> {
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT sha256 FROM stored_object WHERE sha256 COLLATE "C" > $1 ORDER BY sha256 COLLATE "C" LIMIT $2`,
      [after, objectsAtOnce],
    );
    for (const { sha256 } of rows) yield sha256;
    const last = rows.at(-1);
    if (!last) return;
    after = last.sha256;
  }
}

/** What the sweep removed together with its row while the backup ran is not missing. */
async function stillNamed(url: string, missing: string[]): Promise<string[]> {
  if (missing.length === 0) return [];
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT sha256 FROM public.stored_object WHERE sha256 = ANY ($1::text[]) ORDER BY sha256 COLLATE "C"`,
      [missing],
    );
    return rows.map(({ sha256 }) => sha256);
  });
}

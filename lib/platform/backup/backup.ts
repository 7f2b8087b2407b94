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
const hashBytes = 32;

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
    const { objects, ...rows } = await withClient(source.url, (client) => copyRows(client, archive, options));
    for (const file of secretFiles) await addSecret(archive, source.dataDir, file);
    const manifest = { ...rows, ...(await addFiles(objects, archive, source, options)) };
    await archive.add(manifestEntry, Buffer.from(JSON.stringify(manifest)));
    await archive.finish();
    return manifest;
  } catch (error) {
    await archive.abandon();
    throw error;
  }
}

/**
 * Of files that a backup did not find, those that a row still names: what the sweep removed together with its row while
 * the backup ran is no loss.
 */
export async function stillNamed(url: string, missing: string[]): Promise<string[]> {
  if (missing.length === 0) return [];
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT sha256 FROM public.stored_object WHERE sha256 = ANY ($1::text[]) ORDER BY sha256 COLLATE "C"`,
      [missing],
    );
    return rows.map(({ sha256 }) => sha256);
  });
}

/**
 * Copies every row of one moment. The shared lock keeps migrations out, which would change tables that are not copied yet;
 * it and the snapshot end before the files are copied, so that nothing waits for those.
 */
async function copyRows(client: pg.Client, archive: ArchiveWriter, options: BackupOptions) {
  await prepareToCopy(client);
  await client.query("SELECT pg_advisory_lock_shared($1)", [migrationLock]);
  await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
  const migrations = await readAppliedMigrations(client);
  const about = describeNow({ portal: version, madeAt: options.madeAt.toISOString(), migrations });
  await archive.add(aboutEntry, Buffer.from(JSON.stringify(about)));
  const tables: TableSummary[] = [];
  for (const section of await listSections(client)) {
    options.progress(() => `${tables.length} tables copied, now ${section.name}`);
    tables.push(await addTable(client, archive, section));
  }
  return { tables, sequences: await readSequences(client), objects: await listObjects(client) };
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
  objects: Buffer,
  archive: ArchiveWriter,
  source: BackupSource,
  options: BackupOptions,
): Promise<Pick<Manifest, "files" | "missing" | "damaged">> {
  const files = { count: 0, bytes: 0 };
  const missing: string[] = [];
  const damaged: string[] = [];
  for (let at = 0; at < objects.length; at += hashBytes) {
    const sha256 = objects.toString("hex", at, at + hashBytes);
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
  return { files, missing, damaged };
}

/** The hashes of all stored files, one after the other: 32 bytes each, 3 MB for a hundred thousand. */
async function listObjects(client: pg.Client): Promise<Buffer> {
  const pages: Buffer[] = [];
  for (let after = ""; ; ) {
    const { rows } = await client.query<{ sha256: string }>(
      `SELECT sha256 FROM stored_object WHERE sha256 COLLATE "C" > $1 ORDER BY sha256 COLLATE "C" LIMIT $2`,
      [after, objectsAtOnce],
    );
    const last = rows.at(-1);
    if (!last) return Buffer.concat(pages);
    pages.push(Buffer.from(rows.map(({ sha256 }) => sha256).join(""), "hex"));
    after = last.sha256;
  }
}

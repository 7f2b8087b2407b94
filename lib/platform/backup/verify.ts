import { createHash } from "node:crypto";
import type { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import { type Archive, type ArchiveEntry, asDamage } from "@/lib/platform/backup/archive-reader";
import {
  type About,
  BackupError,
  type Manifest,
  parseAbout,
  parseManifest,
} from "@/lib/platform/backup/format";
import { type Progress, readableBytes } from "@/lib/platform/backup/progress";

const decompress = promisify(gunzip);
/** Above what a backup writes as one piece of a table, description or secret. */
const entryLimit = 64 * 1024 ** 2;
const newline = 10;

/** What a whole, undamaged archive says of itself. */
export interface VerifiedArchive {
  about: About;
  manifest: Manifest;
}

interface Seen {
  tables: Map<string, { rows: number; hash: ReturnType<typeof createHash> }>;
  files: { count: number; bytes: number };
  damaged: string[];
}

/**
 * Reads an archive to its end and compares everything with its manifest, touching nothing.
 * @throws BackupError saying what is wrong
 */
export async function verifyArchive(archive: Archive, progress: Progress): Promise<VerifiedArchive> {
  const seen: Seen = { tables: new Map(), files: { count: 0, bytes: 0 }, damaged: [] };
  let about: About | undefined;
  let manifest: Manifest | undefined;
  try {
    for await (const entry of archive.entries()) {
      if (!about !== (entry.name.kind === "about") || manifest) {
        throw new BackupError("The archive is not in the order of a backup.");
      }
      if (entry.name.kind === "about") about = parseAbout(await readSmall(entry));
      else if (entry.name.kind === "manifest") manifest = parseManifest(await readSmall(entry));
      else await look(entry, seen);
      progress(() => `${readableBytes(seen.files.bytes)} of files verified`);
    }
  } catch (error) {
    throw asDamage(error);
  }
  if (!about || !manifest)
    throw new BackupError("The archive is not whole: it does not end as a backup ends.");
  const wrong = differences(seen, manifest);
  if (wrong) throw new BackupError(`The archive is damaged: ${wrong}.`);
  return { about, manifest };
}

/** The rows of one piece of a table, as COPY wrote them. */
export async function readPiece(entry: ArchiveEntry): Promise<Buffer> {
  return decompress(await readSmall(entry), { maxOutputLength: entryLimit });
}

/** An entry that a backup keeps small. */
export async function readSmall(entry: ArchiveEntry): Promise<Buffer> {
  if (entry.size > entryLimit)
    throw new BackupError("The archive holds an entry larger than a backup writes.");
  return buffer(entry.stream);
}

/** The hash of a stream that is read to its end. */
export async function hashOf(stream: Readable): Promise<string> {
  const hash = createHash("sha256");
  for await (const chunk of stream) hash.update(chunk as Buffer);
  return hash.digest("hex");
}

async function look(entry: ArchiveEntry, seen: Seen): Promise<void> {
  const { name, size } = entry;
  if (name.kind === "table") {
    const rows = await readPiece(entry);
    const table = seen.tables.get(name.table) ?? { rows: 0, hash: createHash("sha256") };
    table.hash.update(rows);
    // COPY writes line breaks within values as two other characters.
    for (const byte of rows) if (byte === newline) table.rows += 1;
    seen.tables.set(name.table, table);
  } else if (name.kind === "file") {
    if ((await hashOf(entry.stream)) !== name.sha256) seen.damaged.push(name.sha256);
    seen.files.count += 1;
    seen.files.bytes += size;
  } else {
    await readSmall(entry);
  }
}

function differences(seen: Seen, manifest: Manifest): string | null {
  const empty = createHash("sha256").digest("hex");
  for (const { name, rows, sha256 } of manifest.tables) {
    const table = seen.tables.get(name);
    seen.tables.delete(name);
    if ((table?.rows ?? 0) !== rows || (table?.hash.digest("hex") ?? empty) !== sha256) {
      return `the rows of ${name} are not those of its manifest`;
    }
  }
  if (seen.tables.size > 0) return "it holds tables that its manifest does not name";
  const { count, bytes } = manifest.files;
  if (seen.files.count !== count || seen.files.bytes !== bytes) return "files are missing or too many";
  return String(seen.damaged) === String(manifest.damaged) ? null : "a file is not what its name says";
}

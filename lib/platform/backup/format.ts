import { z } from "zod";

/** A backup or restore that does not go on; the message is written for the person at the keyboard. */
export class BackupError extends Error {}

/** Raised whenever an older portal could not read what this one writes. */
const formatVersion = 1;

/** First and last entry of an archive: without the last it was cut. */
export const aboutEntry = "about.json";
export const manifestEntry = "manifest.json";

/** Files of the data directory without which a restored portal is another one. */
export const secretFiles = ["session-secret"];

const aboutSchema = z.object({
  format: z.literal("sperimenta-backup"),
  version: z.int(),
  portal: z.string(),
  madeAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
});

const manifestSchema = z.object({
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()), rows: z.int(), sha256: z.string() }),
  ),
  sequences: z.array(z.object({ name: z.string(), lastValue: z.string(), isCalled: z.boolean() })),
  files: z.object({ count: z.int(), bytes: z.int() }),
  /** named by a row but not in the store when the backup was made */
  missing: z.array(z.string()),
  /** in the store with other bytes than their name says */
  damaged: z.array(z.string()),
});

/** What an archive is: known before anything else of it is read. */
export type About = z.infer<typeof aboutSchema>;

/** What an archive holds: every count and checksum, known when all of it was written. */
export type Manifest = z.infer<typeof manifestSchema>;

/** One table as the manifest describes it. */
export type TableSummary = Manifest["tables"][number];

/** What an archive's first entry says when it is made now. */
export function describeNow(facts: Omit<About, "format" | "version">): About {
  return { format: "sperimenta-backup", version: formatVersion, ...facts };
}

/** Reads the first entry. @throws BackupError when the archive is of another kind or of a newer format */
export function parseAbout(bytes: Buffer): About {
  const about = parse(aboutSchema, bytes);
  if (about.version !== formatVersion) {
    throw new BackupError(
      `The archive has format ${about.version}, made by portal ${about.portal}; this portal reads format ${formatVersion}. Restore it with that portal.`,
    );
  }
  return about;
}

/** Reads the last entry. */
export function parseManifest(bytes: Buffer): Manifest {
  return parse(manifestSchema, bytes);
}

function parse<Schema extends z.ZodType>(schema: Schema, bytes: Buffer): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(bytes.toString("utf8")));
  } catch (cause) {
    throw new BackupError("The archive's own description cannot be read.", { cause });
  }
}

/** What is copied as one table: its columns, and the query that gives its rows in an order of their own. */
export interface Section {
  name: string;
  columns: string[];
  query: string;
}

/** What an entry of the archive is, told by its name. */
export type EntryName =
  | { kind: "about" | "manifest" }
  | { kind: "table"; table: string }
  | { kind: "file"; sha256: string }
  | { kind: "secret"; file: string };

/** Name of one piece of a table's rows; together, in order, the pieces are what COPY wrote. */
export function tableEntry(table: string, piece: number): string {
  return `tables/${table}/${String(piece).padStart(6, "0")}.copy.gz`;
}

/** Name of a stored file. */
export function fileEntry(sha256: string): string {
  return `files/${sha256}`;
}

/** Name of a file of the data directory. */
export function secretEntry(file: string): string {
  return `secrets/${file}`;
}

/** @throws BackupError for a name that no backup has */
export function parseEntryName(name: string): EntryName {
  if (name === aboutEntry) return { kind: "about" };
  if (name === manifestEntry) return { kind: "manifest" };
  const table = /^tables\/([a-z0-9_.]+)\/\d+\.copy\.gz$/.exec(name)?.[1];
  if (table) return { kind: "table", table };
  const sha256 = /^files\/([0-9a-f]{64})$/.exec(name)?.[1];
  if (sha256) return { kind: "file", sha256 };
  const file = secretFiles.find((known) => secretEntry(known) === name);
  if (file) return { kind: "secret", file };
  throw new BackupError("The archive holds an entry that is not of a backup.");
}

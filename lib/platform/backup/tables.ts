import { createHash } from "node:crypto";
import type pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { BackupError, type Manifest, type Section, type TableSummary } from "@/lib/platform/backup/format";
import { queueSection } from "@/lib/platform/backup/queue";

interface TableRow {
  name: string;
  columns: string[];
  key: { column: string; isText: boolean }[] | null;
}

/** Values are written the same way whatever the server and its settings. */
const sameText = `
  SET client_encoding TO 'UTF8'; SET DateStyle TO 'ISO, YMD'; SET IntervalStyle TO 'postgres'; SET TimeZone TO 'UTC';
  SET extra_float_digits TO 3; SET bytea_output TO 'hex'; SET row_security TO off; SET search_path TO public;
  SET statement_timeout TO 0; SET lock_timeout TO 0; SET idle_in_transaction_session_timeout TO 0`;

/** Prepares a connection for long copies. */
export async function prepareToCopy(client: pg.Client): Promise<void> {
  await client.query(sameText);
}

/** Every table of the portal, and the jobs that wait. */
export async function listSections(client: pg.Client): Promise<Section[]> {
  const { rows } = await client.query<TableRow>(
    `SELECT c.relname::text AS name,
       ARRAY(SELECT a.attname::text FROM pg_attribute a
         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
         ORDER BY a.attnum) AS columns,
       (SELECT json_agg(json_build_object('column', a.attname, 'isText', a.attcollation <> 0) ORDER BY k.position)
         FROM pg_index i, unnest(i.indkey::int2[]) WITH ORDINALITY k(number, position), pg_attribute a
         WHERE i.indrelid = c.oid AND i.indisprimary AND a.attrelid = c.oid AND a.attnum = k.number) AS key
     FROM pg_class c
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relispartition
       AND c.relpersistence = 'p'
       AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
     ORDER BY c.relname COLLATE "C"`,
  );
  return [...rows.map(sectionOf), queueSection];
}

function sectionOf({ name, columns, key }: TableRow): Section {
  if (!key) throw new BackupError(`The table ${name} has no primary key: its rows have no order to compare.`);
  const list = columns.map(quoted).join(", ");
  // Servers sort texts by their own language: "C" is the same everywhere.
  const order = key.map(({ column, isText }) => quoted(column) + (isText ? ' COLLATE "C"' : "")).join(", ");
  return { name, columns, query: `SELECT ${list} FROM public.${quoted(name)} ORDER BY ${order}` };
}

/** A name as SQL takes it. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** Copies a section out and hands its bytes on in pieces; @returns its count and checksum */
export async function copyOut(
  client: pg.Client,
  section: Section,
  take: (chunk: Buffer) => Promise<void> = async () => undefined,
): Promise<TableSummary> {
  const hash = createHash("sha256");
  const stream = client.query(copyTo(`COPY (${section.query}) TO STDOUT`));
  for await (const chunk of stream) {
    hash.update(chunk as Buffer);
    await take(chunk as Buffer);
  }
  const { name, columns } = section;
  return { name, columns, rows: stream.rowCount, sha256: hash.digest("hex") };
}

/** Where each sequence of the portal stands. */
export async function readSequences(client: pg.Client): Promise<Manifest["sequences"]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'S' ORDER BY relname COLLATE "C"`,
  );
  const sequences: Manifest["sequences"] = [];
  for (const { name } of rows) {
    const { rows: states } = await client.query<{ lastValue: string; isCalled: boolean }>(
      `SELECT last_value::text AS "lastValue", is_called AS "isCalled" FROM public.${quoted(name)}`,
    );
    sequences.push(...states.map((state) => ({ name, ...state })));
  }
  return sequences;
}

/** The migrations that a database has gone through. */
export async function readAppliedMigrations(
  client: pg.Client,
): Promise<{ name: string; checksum: string }[]> {
  const { rows } = await client.query<{ name: string; checksum: string }>(
    `SELECT migration_name AS name, checksum FROM public._prisma_migrations
     WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`,
  );
  return rows;
}

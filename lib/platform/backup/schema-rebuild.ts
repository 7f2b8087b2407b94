import { createHash } from "node:crypto";
import type pg from "pg";
import { type About, BackupError } from "@/lib/platform/backup/format";
import { quoted } from "@/lib/platform/backup/tables";
import { readMigrationScripts } from "@/lib/platform/database/migrations";
import { version } from "@/package.json";

/** The scripts that make the tables of an archive, in order. */
export type Scripts = { name: string; sql: string }[];

/**
 * Finds the scripts of an archive's migrations.
 * @throws BackupError naming the migrations that this portal does not have, or has otherwise
 */
export function scriptsFor(about: About): Scripts {
  const known = new Map(readMigrationScripts().map((script) => [script.name, script.sql]));
  const unknown = about.migrations.filter(({ name }) => !known.has(name)).map(({ name }) => name);
  if (unknown.length > 0) {
    throw new BackupError(
      `The archive was made by a newer portal (${about.portal}, this one is ${version}): migrations ${unknown.join(", ")} are not known here. Update the portal, then restore.`,
    );
  }
  return about.migrations.map(({ name, checksum }) => {
    const sql = known.get(name) ?? "";
    if (createHash("sha256").update(sql).digest("hex") !== checksum) {
      throw new BackupError(`The migration ${name} of the archive is another one than that of this portal.`);
    }
    return { name, sql };
  });
}

/**
 * Replaces the portal's tables by those of an archive, empty and without what would slow the rows or act on them: foreign
 * keys, indexes, triggers. All within the caller's transaction.
 * @returns what puts them back once the rows are in
 */
export async function rebuildSchema(client: pg.Client, scripts: Scripts): Promise<() => Promise<void>> {
  await run(client, await statements(client, dropAll));
  for (const { sql } of scripts) await client.query(sql);
  // A script may have changed it for the session.
  await client.query("SET search_path TO public");
  const later = [
    ...(await statements(client, makeIndexes)),
    ...(await statements(client, enableTriggers)),
    ...(await statements(client, addForeignKeys)),
  ];
  await run(client, [
    ...(await statements(client, emptyAll)),
    ...(await statements(client, dropForeignKeys)),
    ...(await statements(client, disableTriggers)),
    ...(await statements(client, dropIndexes)),
  ]);
  return () => run(client, later);
}

async function run(client: pg.Client, sql: string[]): Promise<void> {
  if (sql.length > 0) await client.query(sql.join(";\n"));
}

async function statements(client: pg.Client, query: string): Promise<string[]> {
  const { rows } = await client.query<{ sql: string }>(query);
  return rows.map(({ sql }) => sql);
}

const ours = (oid: string) =>
  `NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = ${oid} AND d.deptype = 'e')`;

/** Views go with their tables, sequences with their columns. Extensions stay: the database's superuser may own them. */
const dropAll = `
  SELECT format('DROP TABLE IF EXISTS %s CASCADE', oid::regclass) AS sql FROM pg_class c
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' AND ${ours("c.oid")}
  UNION ALL SELECT format('DROP ROUTINE IF EXISTS %s CASCADE', oid::regprocedure) FROM pg_proc p
    WHERE pronamespace = 'public'::regnamespace AND ${ours("p.oid")}
  UNION ALL SELECT format('DROP TYPE IF EXISTS %s CASCADE', oid::regtype) FROM pg_type t
    WHERE typnamespace = 'public'::regnamespace AND typtype IN ('e', 'd') AND ${ours("t.oid")}
  UNION ALL SELECT 'DELETE FROM _prisma_migrations'`;

/** Migrations may write rows, which the archive holds as well. */
const emptyAll = `
  SELECT format('TRUNCATE %s', string_agg(oid::regclass::text, ', ')) AS sql FROM pg_class c
    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND relname <> '_prisma_migrations' AND ${ours("c.oid")}
    HAVING count(*) > 0`;

const foreignKeys = (sql: string) =>
  `SELECT ${sql} AS sql FROM pg_constraint
   WHERE contype = 'f' AND connamespace = 'public'::regnamespace AND conparentid = 0 ORDER BY oid`;
const dropForeignKeys = foreignKeys(
  "format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname)",
);
const addForeignKeys = foreignKeys(
  "format('ALTER TABLE %s ADD CONSTRAINT %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid))",
);

const indexes = (sql: string) =>
  `SELECT ${sql} AS sql FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT c.relispartition
     AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = i.indexrelid AND contype IN ('p', 'u', 'x'))
     AND i.indrelid <> '_prisma_migrations'::regclass ORDER BY i.indexrelid`;
const dropIndexes = indexes("format('DROP INDEX %s', i.indexrelid::regclass)");
const makeIndexes = indexes("pg_get_indexdef(i.indexrelid)");

const triggers = (word: string) =>
  `SELECT DISTINCT format('ALTER TABLE %s ${word} TRIGGER USER', tgrelid::regclass) AS sql
   FROM pg_trigger t JOIN pg_class c ON c.oid = t.tgrelid
   WHERE c.relnamespace = 'public'::regnamespace AND NOT tgisinternal`;
const disableTriggers = triggers("DISABLE");
const enableTriggers = triggers("ENABLE");

/** The tables that hold rows, with how many; what migrations and a starting portal write by themselves does not count. */
export async function tablesWithRows(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `SELECT relname::text AS name FROM pg_class c
     WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
       AND relpersistence = 'p' AND relname NOT IN ('_prisma_migrations', 'setting', 'rate_limit', 'rule_set') AND ${ours("c.oid")} ORDER BY 1`,
  );
  const filled: string[] = [];
  for (const { name } of rows) {
    const { rows: counts } = await client.query<{ count: string }>(
      `SELECT count(*) FROM public.${quoted(name)}`,
    );
    const count = counts[0]?.count ?? "0";
    if (count !== "0") filled.push(`${name} ${count}`);
  }
  return filled;
}

import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type {
  MigrationList,
  SchemaFilter,
  SchemasContainer,
} from "@prisma/schema-engine-wasm/schema_engine_bg";
import { withClient } from "@/lib/platform/database/connection";
import { withEngine } from "@/lib/platform/database/engine";

const filters: SchemaFilter = { externalTables: [], externalEnums: [] };
/** Held while migrations are applied; any number that no other program uses on the same database. */
export const migrationLock = 7_203_116_941;

/** The folder that holds the schema and the migrations. */
export const prismaFolder = "prisma";

/**
 * Applies the migrations that the database lacks, as `prisma migrate deploy` does and in the same table.
 * @param url address of the owner
 * @returns names of those applied now
 */
export async function applyMigrations(url: string, folder = prismaFolder): Promise<string[]> {
  // Several machines may start at once.
  return withClient(url, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [migrationLock]);
    const migrationsList = readMigrations(folder);
    const output = await withEngine(url, (engine) => engine.applyMigrations({ migrationsList, filters }));
    return output.appliedMigrationNames;
  });
}

/**
 * What the schema holds and the migrations do not, as SQL; null when nothing differs.
 * @param url address of a role that may create databases: the migrations are replayed in one of their own
 */
export async function diffMigrations(url: string, folder = prismaFolder): Promise<string | null> {
  const from = { tag: "migrations" as const, ...readMigrations(folder) };
  const to = { tag: "schemaDatamodel" as const, ...readSchema(folder) };
  const result = await withEngine(url, (engine) =>
    engine.diff({ from, to, script: true, exitCode: true, filters }),
  );
  return result.exitCode === 0 ? null : (result.stdout ?? "");
}

/** The migrations of this portal with their scripts, in the order in which they are applied. */
export function readMigrationScripts(folder = prismaFolder): { name: string; sql: string }[] {
  return readMigrations(folder).migrationDirectories.flatMap(({ path, migrationFile: { content } }) =>
    content.tag === "ok" ? [{ name: path, sql: content.value }] : [],
  );
}

function readMigrations(folder: string): MigrationList {
  const baseDir = join(folder, "migrations");
  const lockfile = join(baseDir, "migration_lock.toml");
  const directories = existsSync(baseDir)
    ? readdirSync(baseDir, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    : [];
  return {
    baseDir,
    lockfile: {
      path: "migration_lock.toml",
      content: existsSync(lockfile) ? readFileSync(lockfile, "utf8") : null,
    },
    shadowDbInitScript: "",
    migrationDirectories: directories
      .map((entry) => entry.name)
      .sort()
      .map((path) => ({
        path,
        migrationFile: { path: "migration.sql", content: readScript(baseDir, path) },
      })),
  };
}

function readScript(
  baseDir: string,
  path: string,
): MigrationList["migrationDirectories"][number]["migrationFile"]["content"] {
  try {
    return { tag: "ok", value: readFileSync(join(baseDir, path, "migration.sql"), "utf8") };
  } catch (error) {
    return { tag: "error", value: String(error) };
  }
}

function readSchema(folder: string): SchemasContainer {
  const schema = join(folder, "schema");
  const names = readdirSync(schema).filter((name) => name.endsWith(".prisma"));
  return { files: names.sort().map((name) => readSchemaFile(join(schema, name))) };
}

function readSchemaFile(path: string): { path: string; content: string } {
  return { path, content: readFileSync(path, "utf8") };
}

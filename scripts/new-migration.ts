// npm run db:migration -- name: writes the next migration from what the schema holds and the migrations do not.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbedded } from "@/lib/platform/database/embedded";
import { diffMigrations, prismaFolder } from "@/lib/platform/database/migrations";

const name = process.argv[2] ?? "";
if (!/^[a-z][a-z0-9_]*$/.test(name)) {
  console.error(
    "Give the migration a name of small letters, digits and _: npm run db:migration -- add_rooms",
  );
  process.exit(1);
}

const sql = await compare();
if (sql === null) {
  console.log("The migrations already say what the schema says.");
} else {
  const moment = new Date().toISOString().replaceAll(/\D/g, "").slice(0, 14);
  const folder = join(prismaFolder, "migrations", `${moment}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  console.log(`${folder}/migration.sql\nRead it, and add by hand what the schema cannot say.`);
}

/** On a server of its own, so that no data are near. */
async function compare(): Promise<string | null> {
  const own = process.env.DATABASE_MIGRATION_URL;
  if (own) return diffMigrations(own);
  const dataDir = mkdtempSync(join(tmpdir(), "sperimenta-migration-"));
  try {
    const server = await startEmbedded({ dataDir, durable: false });
    try {
      return await diffMigrations(server.migrationUrl);
    } finally {
      await server.stop();
    }
  } finally {
    rmSync(dataDir, { recursive: true, force: true });
  }
}

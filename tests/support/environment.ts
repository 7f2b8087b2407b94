import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import { inject } from "vitest";
import { withClient, withDatabase } from "@/lib/platform/database/connection";

// Runs before each test file: a database of its own, named by the settings before any of our code reads them.
const { url, migrationUrl, template, prefix, dataDir } = inject("testServer");
const database = `${prefix}_${process.env.VITEST_POOL_ID}`;

await withClient(migrationUrl, async (client) => {
  // The file that ran before in this place has ended.
  await client.query(`DROP DATABASE IF EXISTS "${database}" WITH (FORCE)`);
  await client.query(`CREATE DATABASE "${database}" TEMPLATE "${template}"`);
});

process.env.DATABASE_URL = withDatabase(url, database);
process.env.DATABASE_MIGRATION_URL = withDatabase(migrationUrl, database);
process.env.SPERIMENTA_DATA_DIR = mkdtempSync(join(dataDir, "file-"));
process.env.SESSION_SECRET = "a secret that only the tests use, 32 characters and more";
process.env.LOG_LEVEL = "silent";

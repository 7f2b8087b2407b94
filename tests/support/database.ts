import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { type DatabaseUrls, withClient, withDatabase } from "@/lib/platform/database/connection";
import { startEmbedded } from "@/lib/platform/database/embedded";
import { prepareDatabase } from "@/lib/platform/database/prepare";

/** What every test file is given: a migrated database to clone, and a name of its own for the clones. */
export interface TestServer extends DatabaseUrls {
  template: string;
  prefix: string;
  dataDir: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

/**
 * Before all tests: a PostgreSQL server (its own, or that of DATABASE_URL) with one migrated database that each
 * test file clones. Afterwards everything is removed. Who has such a database on that server already says so in TEST_TEMPLATE.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), "sperimenta-test-"));
  const server = await openServer(dataDir);
  const prefix = `sperimenta_test_${randomBytes(4).toString("hex")}`;
  const template = process.env.TEST_TEMPLATE ?? (await makeTemplate(server, `${prefix}_template`));
  project.provide("testServer", {
    url: server.url,
    migrationUrl: server.migrationUrl,
    template,
    prefix,
    dataDir,
  });
  return async () => {
    await server.close(prefix);
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** @returns the name of the database, migrated */
async function makeTemplate({ url, migrationUrl }: DatabaseUrls, name: string): Promise<string> {
  await withClient(migrationUrl, (client) => client.query(`CREATE DATABASE "${name}"`));
  await prepareDatabase({ url: withDatabase(url, name), migrationUrl: withDatabase(migrationUrl, name) });
  return name;
}

async function openServer(
  dataDir: string,
): Promise<DatabaseUrls & { close: (prefix: string) => Promise<void> }> {
  const url = process.env.DATABASE_URL;
  if (url) {
    const migrationUrl = process.env.DATABASE_MIGRATION_URL ?? url;
    return { url, migrationUrl, close: (prefix) => dropDatabases(migrationUrl, prefix) };
  }
  const embedded = await startEmbedded({ dataDir: join(dataDir, "server"), durable: false });
  return { url: embedded.url, migrationUrl: embedded.migrationUrl, close: () => embedded.stop() };
}

async function dropDatabases(url: string, prefix: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ datname: string }>(
      "SELECT datname FROM pg_database WHERE starts_with(datname, $1)",
      [prefix],
    );
    for (const { datname } of rows) await client.query(`DROP DATABASE "${datname}" WITH (FORCE)`);
  });
}

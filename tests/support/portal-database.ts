import { mkdtempSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { withClient, withDatabase } from "@/lib/platform/database/connection";
import { setup as setupServer, type TestServer } from "./database";
import { loadDemonstration } from "./demonstration";

declare module "vitest" {
  interface ProvidedContext {
    /** a database with the demonstration, and the folder of its files, both to be copied */
    demonstration: { template: string; dataDir: string };
  }
}

/** Before the tests of the running portal: a server as for all tests, and one database filled as npm start fills it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: TestServer | undefined;
  const keep = {
    provide(key: "testServer", value: TestServer) {
      server = value;
      project.provide(key, value);
    },
  };
  const close = await setupServer(keep as unknown as TestProject);
  if (!server) throw new Error("no database server");
  const template = `${server.prefix}_demonstration`;
  const dataDir = mkdtempSync(join(server.dataDir, "demonstration-"));
  await copyDatabase(server.migrationUrl, server.template, template);
  await loadDemonstration({ url: withDatabase(server.url, template), dataDir });
  project.provide("demonstration", { template, dataDir });
  return close;
}

function copyDatabase(url: string, from: string, to: string): Promise<unknown> {
  return withClient(url, (client) => client.query(`CREATE DATABASE "${to}" TEMPLATE "${from}"`));
}

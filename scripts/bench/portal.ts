import { mkdtempSync, openSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { DatabaseUrls } from "@/lib/platform/database/connection";
import { startEmbedded } from "@/lib/platform/database/embedded";
import { prepareDatabase } from "@/lib/platform/database/prepare";
import { startBuild } from "../portal/build";
import { startNode } from "../portal/child";

/** A Tuesday morning of the demonstration, so that every run shows the same pages. */
const clock = "2026-03-24T09:00:00+01:00";

/** A database of the benchmark's own with the folder of its files. */
export type BenchData = DatabaseUrls & { dataDir: string; close(): Promise<void> };

/** A running web server of the build. */
export type BenchWeb = { origin: string; pid: number; stop(): Promise<void> };

/** A new PostgreSQL server on this machine, as npm start makes it, with an empty migrated database. */
export async function openEmptyData(): Promise<BenchData> {
  const dataDir = mkdtempSync(join(tmpdir(), "sperimenta-bench-"));
  const embedded = await startEmbedded({ dataDir });
  const { url, migrationUrl } = embedded;
  const close = async () => {
    await embedded.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  await prepareDatabase(embedded);
  return { url, migrationUrl, dataDir, close };
}

/** The same with the demonstration in it. */
export async function openDemonstration(): Promise<BenchData> {
  const data = await openEmptyData();
  const seed = startNode("scripts/seed.ts", [], { env: environment(data), output: "captured" });
  if ((await seed.exit) === 0) return data;
  await data.close();
  throw new Error("the demonstration could not be loaded");
}

/** Builds the pages when a source changed. */
export async function buildOnce(): Promise<void> {
  const build = startBuild({ ...inherited(), NODE_ENV: "production" });
  if (!build) return;
  console.log("Building the pages …");
  if ((await build.exit) !== 0) throw new Error("the build failed");
  build.finish();
}

/** Starts the web server of the build on data and waits until it answers. */
export async function startWeb(data: BenchData, settings: Record<string, string> = {}): Promise<BenchWeb> {
  const port = String(await freePort());
  // The log is written as in service, to where nobody reads it.
  const output = openSync(join(data.dataDir, "web.log"), "a");
  const child = startNode("scripts/server.ts", [], {
    env: { ...environment(data), PORT: port, ...settings },
    output,
  });
  const origin = `http://localhost:${port}`;
  const ended = child.exit.then(() => true);
  while (!(await fetch(`${origin}/api/health`).catch(() => null))) {
    if (await Promise.race([ended, wait(20, false)]))
      throw new Error("the web server ended while it started");
  }
  return { origin, pid: child.pid, stop: child.stop };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function environment(data: BenchData): NodeJS.ProcessEnv {
  return {
    ...inherited(),
    NODE_ENV: "production",
    DATABASE_URL: data.url,
    SPERIMENTA_DATA_DIR: data.dataDir,
    SPERIMENTA_DEMO: "1",
    SPERIMENTA_TEST: "1",
    // One client asks for everybody.
    LIMITS_FACTOR: "10000",
    SPERIMENTA_CLOCK: clock,
  };
}

/** Nothing of the operator's portal: the benchmark has a database and settings of its own. */
function inherited(): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, DATABASE_MIGRATION_URL: _owner, SITE_URL: _site, ...rest } = process.env;
  return { ...rest, NEXT_TELEMETRY_DISABLED: "1" };
}

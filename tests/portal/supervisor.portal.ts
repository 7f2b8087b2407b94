import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { startOf } from "@/lib/platform/database/process-identity";
import { freePort, signIn } from "../support/portal";
import { processTree } from "../support/process-tree";
import { beginUpload } from "../support/slow-upload";

type Portal = { child: ChildProcess; said: () => string; exit: Promise<number | null> };

let dataDir: string;
let port: number;
let running: Portal | undefined;

beforeAll(async () => {
  dataDir = mkdtempSync(join(inject("testServer").dataDir, "started-"));
  port = await freePort();
});
afterAll(async () => {
  running?.child.kill("SIGTERM");
  await running?.exit;
});

/** `npm start` on a data directory of its own, without npm. */
function start(): Portal {
  const { DATABASE_URL: _url, DATABASE_MIGRATION_URL: _owner, NODE_OPTIONS: _options, ...env } = process.env;
  const settings = {
    PORT: String(port),
    SPERIMENTA_DATA_DIR: dataDir,
    SPERIMENTA_DEMO: "1",
    LOG_LEVEL: "warn",
  };
  const child = spawn(process.execPath, ["scripts/start.mjs"], { env: { ...env, ...settings } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const exit = new Promise<number | null>((resolve) => child.once("close", resolve));
  running = { child, said: () => said, exit };
  return running;
}

async function expectGone({ child, exit }: Portal, signals: NodeJS.Signals[]): Promise<void> {
  const tree = processTree(child.pid ?? 0);
  expect(tree.length).toBeGreaterThan(2);
  const begin = performance.now();
  for (const name of signals) child.kill(name);
  expect(await exit).toBe(0);
  expect(performance.now() - begin).toBeLessThan(10_000);
  await expect.poll(() => tree.filter((pid) => startOf(pid) !== null), { timeout: 10_000 }).toEqual([]);
}

test("Ctrl-C while the demonstration is being loaded leaves nothing running, and the next start goes on", async () => {
  const portal = start();
  await expect.poll(portal.said, { timeout: 60_000 }).toContain("Loading the demonstration");
  await expectGone(portal, ["SIGINT"]);
}, 120_000);

test("two SIGTERM during an upload end the whole portal once, and leave nothing of the upload", async () => {
  const portal = start();
  await expect.poll(portal.said, { timeout: 180_000 }).toContain("Sperimenta is ready");
  const url = `http://localhost:${port}`;
  const cookie = await signIn({ url }, "coordinatore");
  await beginUpload(url, cookie, { title: "Interrotto", size: 4_000_000 });
  const staged = () => readdirSync(join(dataDir, "temporary"));
  await expect.poll(staged, { timeout: 20_000 }).toHaveLength(1);
  await expectGone(portal, ["SIGTERM", "SIGTERM"]);
  expect(staged()).toEqual([]);
}, 240_000);

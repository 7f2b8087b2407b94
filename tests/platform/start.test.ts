import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { lockDataDirectory } from "@/lib/platform/database/launcher-lock";

const dataDir = () => mkdtempSync(join(process.env.SPERIMENTA_DATA_DIR ?? tmpdir(), "start-"));

function run(
  command: string,
  args: string[],
  env: Record<string, string> = {},
): Promise<{ code: number | null; said: string }> {
  const { DATABASE_URL: _url, DATABASE_MIGRATION_URL: _owner, ...inherited } = process.env;
  const child = spawn(command, args, { env: { ...inherited, ...env } });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  return new Promise((resolve) => child.once("close", (code) => resolve({ code, said })));
}

const start = (env: Record<string, string>) => run(process.execPath, ["scripts/start.mjs"], env);

async function busyPort(): Promise<{ port: number; close: () => void }> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (!address || typeof address === "string") throw new Error("no port");
  return { port: address.port, close: () => server.close() };
}

test("a second start on the same data directory says so", async () => {
  const folder = dataDir();
  const unlock = lockDataDirectory(folder);
  const { code, said } = await start({ SPERIMENTA_DATA_DIR: folder });
  unlock();
  expect(said).toContain(`already runs on the data directory ${folder}`);
  expect(code).toBe(1);
});

test("a start on a busy port says so", async () => {
  const { port, close } = await busyPort();
  const { code, said } = await start({ SPERIMENTA_DATA_DIR: dataDir(), PORT: String(port) });
  close();
  expect(said).toContain(`Port ${port} of 127.0.0.1 is in use`);
  expect(code).toBe(1);
});

test("wrong settings name themselves and the value wanted", async () => {
  const { code, said } = await start({
    SPERIMENTA_DATA_DIR: dataDir(),
    PORT: "many",
    SITE_URL: "sperimenta.ente.it",
    SESSION_SECRET: "short",
    SPERIMENTA_CLOCK: "2026-03-23T09:00:00Z",
    SPERIMENTA_TEST: "",
  });
  expect(said).toContain("PORT: wanted a port number");
  expect(said).toContain("SITE_URL: wanted an http(s) address");
  expect(said).toContain("SESSION_SECRET: wanted at least 32 characters");
  expect(code).toBe(1);
});

test("the clock cannot be set outside of tests", async () => {
  const env = {
    SPERIMENTA_DATA_DIR: dataDir(),
    SPERIMENTA_CLOCK: "2026-03-23T09:00:00Z",
    SPERIMENTA_TEST: "",
  };
  const { code, said } = await start(env);
  expect(said).toContain("SPERIMENTA_CLOCK: wanted accepted only under test");
  expect(code).toBe(1);
});

test("npm ci accepts the lock", { timeout: 180_000 }, async ({ skip }) => {
  const own = process.env.npm_execpath;
  const args = ["ci", "--dry-run", "--no-audit", "--no-fund"];
  const { code, said } = own ? await run(process.execPath, [own, ...args]) : await run("npm", args);
  const isOffline = /ENOTFOUND|ECONNREFUSED|EAI_AGAIN|ETIMEDOUT|ENOTCACHED|ENETUNREACH/.test(said);
  skip(isOffline, "the npm registry cannot be reached");
  expect(said).not.toContain("EUSAGE");
  expect(code).toBe(0);
});

import { spawn } from "node:child_process";
import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { type EmbeddedDatabase, locateEmbedded, startEmbedded } from "@/lib/platform/database/embedded";
import { DataDirectoryBusyError, lockDataDirectory } from "@/lib/platform/database/launcher-lock";

const open: EmbeddedDatabase[] = [];
const folders: string[] = [];

afterEach(async () => {
  for (const server of open.splice(0)) await server.stop();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A folder that its owner alone may enter. */
function privateFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "sperimenta-private-"));
  chmodSync(folder, 0o700);
  folders.push(folder);
  return folder;
}

async function start(dataDir: string, durable = false): Promise<EmbeddedDatabase> {
  const server = await startEmbedded({ dataDir, durable });
  open.push(server);
  return server;
}

function ask(url: string, sql: string): Promise<unknown[]> {
  return withClient(url, async (client) => (await client.query({ text: sql, rowMode: "array" })).rows.flat());
}

async function killed(server: EmbeddedDatabase): Promise<void> {
  process.kill(server.pid, "SIGKILL");
  await server.ended;
  open.splice(open.indexOf(server), 1);
}

describe("the embedded server", () => {
  test("is not made anew where one was", async () => {
    const folder = privateFolder();
    await expect(startEmbedded({ dataDir: folder, isThere: true })).rejects.toThrow("is gone from");
    expect(readdirSync(folder)).toEqual([]);
  });

  test("starts as root below a folder of mode 700", async ({ skip }) => {
    skip(process.getuid?.() !== 0, "this run is not root's");
    const folder = privateFolder();
    const server = await start(join(folder, "deep", "data"));
    expect(await ask(server.url, "SELECT current_user")).toEqual(["sperimenta_portal"]);
  });

  test("starts as root from a copy where user namespaces are forbidden", async ({ skip }) => {
    skip(process.getuid?.() !== 0, "this run is not root's");
    const home = privateFolder();
    chmodSync(home, 0o755);
    const dataDir = join(privateFolder(), "data");
    mkdirSync(dataDir);
    const secrets = { home, ownerPassword: "owner", applicationPassword: "portal" };
    writeFileSync(join(dataDir, "database.json"), JSON.stringify(secrets));
    const server = await start(dataDir);
    expect(await ask(server.migrationUrl, "SELECT 'È' ILIKE 'è'")).toEqual([true]);
    expect(statSync(join(home, "data", "postgres")).uid).not.toBe(0);
  });

  test("keeps its passwords from other users and needs one", async () => {
    const dataDir = privateFolder();
    const server = await start(dataDir);
    expect(statSync(join(dataDir, "database.json")).mode & 0o777).toBe(0o600);
    const guess = new URL(server.url);
    guess.password = "wrong";
    await expect(ask(guess.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  });

  test("recovers from kill -9, also when another process bears the old pid", async () => {
    const dataDir = privateFolder();
    const first = await start(dataDir, true);
    await ask(first.migrationUrl, "CREATE TABLE kept AS SELECT 7 AS n");
    await killed(first);
    const file = join(dataDir, "postgres", "postmaster.pid");
    writeFileSync(file, readFileSync(file, "utf8").replace(String(first.pid), String(process.pid)));
    expect(locateEmbedded(dataDir)).toBeNull();
    const second = await start(dataDir);
    expect(second.adopted).toBe(false);
    expect(await ask(second.migrationUrl, "SELECT n FROM kept")).toEqual([7]);
  });

  test("is taken over when its launcher was killed", async () => {
    const dataDir = privateFolder();
    const script = `const { startEmbedded } = await import("./lib/platform/database/embedded.ts");
      const server = await startEmbedded({ dataDir: ${JSON.stringify(dataDir)}, durable: false });
      console.log(server.pid);
      process.kill(process.pid, "SIGKILL");`;
    const launcher = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", script]);
    let said = "";
    launcher.stdout.on("data", (chunk) => {
      said += chunk;
    });
    await new Promise((resolve) => launcher.once("close", resolve));
    const server = await start(dataDir);
    expect(server).toMatchObject({ adopted: true, pid: Number(said) });
    expect(await ask(server.url, "SELECT 1")).toEqual([1]);
  });

  test("refuses files of another major version, saying what to run, and leaves them alone", async () => {
    const dataDir = privateFolder();
    const server = await start(dataDir);
    await server.stop();
    const file = join(dataDir, "postgres", "PG_VERSION");
    const version = readFileSync(file, "utf8");
    writeFileSync(file, "17\n");
    await expect(start(dataDir)).rejects.toThrow(
      /made by PostgreSQL 17; .* brings 18[\s\S]*npm run backup[\s\S]*mv .*postgres-17[\s\S]*npm run restore/,
    );
    writeFileSync(file, version);
    expect(await ask((await start(dataDir)).migrationUrl, "SELECT 1")).toEqual([1]);
  });

  test("stops for good", async () => {
    const dataDir = privateFolder();
    const server = await start(dataDir);
    await server.stop();
    expect(locateEmbedded(dataDir)).toBeNull();
    await expect(ask(server.url, "SELECT 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  });
});

describe("the data directory", () => {
  test("is one portal's at a time", () => {
    const dataDir = privateFolder();
    const unlock = lockDataDirectory(dataDir);
    expect(() => lockDataDirectory(dataDir)).toThrow(DataDirectoryBusyError);
    unlock();
    lockDataDirectory(dataDir)();
  });

  test.for([
    ["a process that is gone", { pid: 2 ** 22 + 1, start: "1" }],
    ["a process whose pid another bears now", { pid: process.pid, start: "another moment" }],
  ] as const)("is taken over from %s", ([, holder]) => {
    const dataDir = privateFolder();
    writeFileSync(join(dataDir, "portal.lock"), JSON.stringify(holder));
    lockDataDirectory(dataDir)();
  });
});

import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { get, type IncomingMessage } from "node:http";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as wait } from "node:timers/promises";
import { beforeAll, describe, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { brokenFiles, brokenRules } from "../support/invariants";
import {
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  startWorker,
} from "../support/portal";
import { beginUpload } from "../support/slow-upload";

const megabyte = 1024 ** 2;
let data: PortalData;
let web: PortalProcess;
let cookie: string;

beforeAll(async () => {
  data = await openData();
  web = await startWeb(data, { LOG_LEVEL: "info" });
  cookie = await signIn(web, "coordinatore");
});

const staged = () => readdirSync(join(data.dataDir, "temporary"));
const titled = (title: string) =>
  data.rows<{ id: string }>(
    "select v.id::text from document_version v join document d on d.id = v.document_id where d.title = $1",
    [title],
  );

async function aLargeFile(): Promise<string> {
  const upload = await beginUpload(web.url, cookie, { title: "Da scaricare", size: 32 * megabyte });
  expect(await upload.finish()).toMatchObject({ status: 200 });
  const [version] = await titled("Da scaricare");
  return `/api/files/${version?.id}`;
}

/** Reads the head and then nothing. */
async function beginDownload(path: string): Promise<{ incoming: IncomingMessage; ended: Promise<string> }> {
  const [incoming] = (await once(get(web.url + path, { agent: false, headers: { cookie } }), "response")) as [
    IncomingMessage,
  ];
  const ended = new Promise<string>((resolve) => {
    incoming.once("error", () => resolve("cut")).once("close", () => resolve("closed"));
  });
  return { incoming, ended };
}

describe("asked to end in the middle of its work", () => {
  test("the web server answers, finishes what arrives, leaves nothing of the rest, and is gone within ten seconds", async () => {
    const { incoming, ended } = await beginDownload(await aLargeFile());
    const finished = await beginUpload(web.url, cookie, { title: "Finito", size: 4 * megabyte });
    const abandoned = await beginUpload(web.url, cookie, { title: "Abbandonato", size: 4 * megabyte });
    await expect.poll(staged).toHaveLength(2);
    const code = await withClient(data.migrationUrl, async (client) => {
      await client.query("begin");
      await client.query("lock table programme in access exclusive mode");
      const slow = fetch(`${web.url}/area`, { headers: { cookie } });
      const blocked =
        "select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()";
      // On a connection of its own: within a transaction the server's view of activity does not move.
      await expect
        .poll(async () => (await data.rows(blocked)).length, { timeout: 10_000 })
        .toBeGreaterThan(0);
      const begin = performance.now();
      const stopped = web.stop();
      await expect.poll(() => web.said()).toContain("web server stops");
      await expect(fetch(web.url)).rejects.toThrow();
      await client.query("rollback");
      expect((await slow).status).toBe(200);
      expect(await finished.finish()).toMatchObject({ status: 200 });
      const exit = await stopped;
      console.log(`gone after ${Math.round(performance.now() - begin)} ms`);
      expect(performance.now() - begin).toBeLessThan(10_000);
      return exit;
    });
    await abandoned.closed;
    incoming.resume();
    expect(await ended).toBe("cut");
    expect(code).toBe(0);
    expect(web.said()).toContain('"outcome":"cut"');
    expect(staged()).toEqual([]);
    expect(await titled("Finito")).toHaveLength(1);
    expect(await titled("Abbandonato")).toEqual([]);
    expect([...(await brokenRules(data)), ...(await brokenFiles(data, { isSwept: true }))]).toEqual([]);
  });

  test("the web server ends once, however often it is asked", async () => {
    const other = await startWeb(data, { LOG_LEVEL: "info" });
    const codes = await Promise.all([other.stop(), other.stop(), other.stop()]);
    expect(codes).toEqual([0, 0, 0]);
    expect(other.said().match(/web server stops/g)).toHaveLength(1);
  });

  test("the worker ends in order", async () => {
    const worker = startWorker(data, { LOG_LEVEL: "info" });
    await expect.poll(() => worker.said(), { timeout: 20_000 }).toContain("worker ready");
    expect(await worker.stop()).toBe(0);
    expect(worker.said()).toContain('"outcome":"clean"');
  });
});

/** A process with nothing but the end of ours. */
function spawnEnding(script: string): ChildProcessByStdio<null, Readable, null> {
  const whole = `const { endInOrder } = await import("./scripts/portal/end-in-order.ts");
    endInOrder("test", async () => "clean");
    ${script}`;
  const args = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "--eval", whole];
  return spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "ignore"],
    env: { ...process.env, LOG_LEVEL: "info" },
  });
}

test("an error that nobody caught ends a process in order, with a code that has it started again", async () => {
  const child = spawnEnding(`Promise.reject(new Error("nobody waits for this"));
    setTimeout(() => { throw new Error("nobody catches this"); }, 100);
    setInterval(() => undefined, 1000);`);
  let said = "";
  child.stdout.on("data", (chunk) => {
    said += chunk;
  });
  const [code] = await once(child, "close");
  expect(code).toBe(1);
  expect(said).toMatch(/unhandled rejection[\s\S]*nobody caught[\s\S]*test stopped/);
});

test("a process whose words nobody reads any more goes on, and ends when it is asked to", async () => {
  const child = spawnEnding(`const { log } = await import("./lib/platform/log.ts");
    setInterval(() => log.info("a word"), 10);`);
  await once(child.stdout, "data");
  child.stdout.destroy();
  await wait(500);
  expect(child.exitCode).toBeNull();
  child.kill("SIGTERM");
  expect((await once(child, "exit"))[0]).toBe(0);
});

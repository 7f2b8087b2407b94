import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { type DurableData, openDurable } from "../support/durable";
import { brokenRules } from "../support/invariants";
import { keepAsking, pass, type Sample, timed } from "../support/load";
import { type PortalProcess, signIn, startWeb, startWorker } from "../support/portal";
import { makeWriters, newKey, type Writer } from "../support/writers";

let data: DurableData;
let web: PortalProcess;
let worker: PortalProcess;
let cookie: string;
let poster: Writer;

beforeAll(async () => {
  data = await openDurable();
  web = await startWeb(data, { LIMITS_FACTOR: "10000", LOG_LEVEL: "fatal" });
  worker = startWorker(data, { LOG_LEVEL: "fatal" });
  cookie = await signIn(web, "coordinatore");
  [poster] = (await makeWriters(data, web)) as [Writer];
});
afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await data.close();
});

const ask = (path: string, init: RequestInit = {}) => fetch(web.url + path, { redirect: "manual", ...init });
const paths = ["/programmi", "/en/programmes", "/area", "/api/calendar/public"];
const askAnything = (lane: number) => ask(paths[lane % paths.length] ?? "/", { headers: { cookie } });

/** Posts again and again; the keys of what was acknowledged. */
function keepPosting() {
  const acknowledged: string[] = [];
  const writing = keepAsking(2, async () => {
    const key = newKey();
    if (await poster.write(web, key)) acknowledged.push(key);
    return new Response();
  });
  return { acknowledged, stop: writing.stop };
}

async function untilWell(): Promise<number> {
  const begin = performance.now();
  await expect
    .poll(() => timed(() => askAnything(2)), { timeout: 20_000, interval: 25 })
    .toMatchObject({ status: 200 });
  return performance.now() - begin;
}

async function expectAllThere(keys: string[]): Promise<void> {
  expect(keys.length).toBeGreaterThan(0);
  for (const key of keys) expect(await poster.landed(key), key).toBe(1);
  expect(await brokenRules(data)).toEqual([]);
}

const slowest = (samples: Sample[]) => Math.max(...samples.map(({ ms }) => ms));
const statuses = (samples: Sample[]) => [...new Set(samples.map(({ status }) => status))].sort();

describe("while the database restarts under load", () => {
  test("people are told within three seconds, and served within five once it is back", async () => {
    const reading = keepAsking(4, askAnything);
    const posting = keepPosting();
    await expect.poll(() => posting.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(3);
    await data.crash("SIGQUIT");
    const away = performance.now();
    await pass(3_000);
    const page = await ask("/en/programmes");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await page.text()).toContain('<html lang="en">');
    const script = await ask("/api/files/x", { headers: { accept: "application/json" } });
    expect(script.status).toBe(503);
    expect(await script.json()).toMatchObject({ status: "refused" });
    expect(await (await ask("/api/health")).json()).toMatchObject({ status: "down", database: "away" });
    const until = performance.now();
    await data.restart();
    const back = await untilWell();
    const samples = await reading.stop();
    await posting.stop();
    const meanwhile = samples.filter(({ at }) => at > away && at < until);
    console.log(
      `${meanwhile.length} answers meanwhile, slowest ${Math.round(slowest(meanwhile))} ms; back after ${Math.round(back)} ms`,
    );
    expect(meanwhile.length).toBeGreaterThan(20);
    expect(statuses(meanwhile)).toEqual([503]);
    expect(slowest(meanwhile)).toBeLessThan(3_000);
    expect(back).toBeLessThan(5_000);
    await expectAllThere(posting.acknowledged);
  });

  test("a form comes back with what was typed, to be sent again", async () => {
    await data.crash("SIGQUIT");
    const form = new FormData();
    form.append("text", "Quello che ho scritto");
    const headers = { cookie, origin: web.url };
    const answer = await ask("/area/programmi/camere-nuova-edizione/forum", {
      method: "POST",
      body: form,
      headers,
    });
    expect(answer.status).toBe(503);
    expect(await answer.text()).toContain('value="Quello che ho scritto"');
    await data.restart();
    await untilWell();
  });

  test("connections that are ended one and all are opened again", async () => {
    const posting = keepPosting();
    const reading = keepAsking(4, askAnything);
    for (let round = 0; round < 3; round += 1) {
      const before = posting.acknowledged.length;
      await expect.poll(() => posting.acknowledged.length, { timeout: 20_000 }).toBeGreaterThan(before);
      await data.rows(
        "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sperimenta_portal'",
      );
    }
    await untilWell();
    await posting.stop();
    expect(statuses(await reading.stop()).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    await expectAllThere(posting.acknowledged);
  });
});

describe("with every connection waiting for a row", () => {
  test("the others are told within three seconds, and served as soon as it is free", async () => {
    await withClient(data.migrationUrl, async (client) => {
      await client.query("begin");
      await client.query("lock table programme in access exclusive mode");
      const reading = keepAsking(16, askAnything);
      await pass(2_500);
      const other = await timed(() => ask("/accedi", { headers: { cookie } }));
      const health = await (await ask("/api/health")).json();
      await pass(5_000);
      await client.query("rollback");
      const back = await untilWell();
      const samples = await reading.stop();
      console.log(
        `another page ${other.status} after ${Math.round(other.ms)} ms; slowest ${Math.round(slowest(samples))} ms; back after ${Math.round(back)} ms`,
      );
      expect(other).toMatchObject({ status: 503, retryAfter: "2" });
      expect(other.ms).toBeLessThan(3_000);
      expect(health).toMatchObject({ status: "degraded", database: "busy" });
      expect(back).toBeLessThan(1_000);
      expect(statuses(samples).filter((status) => status !== 200 && status !== 503)).toEqual([]);
    });
  });
});

test("neither the web server nor the worker has ended meanwhile", async () => {
  const ended = (process: PortalProcess) => Promise.race([process.exit, Promise.resolve("runs")]);
  expect(await Promise.all([ended(web), ended(worker)])).toEqual(["runs", "runs"]);
  await data.rows("select graphile_worker.add_job('lock-approved', '{}'::json, job_key => 'outage')");
  const waiting = () => data.rows("select from graphile_worker.jobs where key = 'outage'");
  await expect.poll(waiting, { timeout: 30_000 }).toEqual([]);
});

import { renameSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { withClient } from "@/lib/platform/database/connection";
import { readFormAt } from "@/scripts/testing/plain-browser";
import { type DurableData, openDurable } from "../support/durable";
import { brokenRules } from "../support/invariants";
import { keepAsking, pass, slowest, statusesOf, timed } from "../support/load";
import { type PortalProcess, signIn, startWeb, startWorker } from "../support/portal";
import { makePoster, newKey, type Poster } from "../support/writers";

/** `npm run proof -- outage`: more often, and for longer. */
const isProof = process.env.SPERIMENTA_PROOF === "1";
const outages = isProof ? { times: 3, ms: 10_000, held: 30_000 } : { times: 1, ms: 2_000, held: 1_000 };

let data: DurableData;
let web: PortalProcess;
let worker: PortalProcess;
let cookie: string;
let poster: Poster;

beforeAll(async () => {
  data = await openDurable();
  web = await startWeb(data, { LIMITS_FACTOR: "10000", LOG_LEVEL: "fatal" });
  worker = startWorker(data, { LOG_LEVEL: "info" });
  cookie = await signIn(web, "coordinatore");
  poster = await makePoster(data, web, cookie);
  await vi.waitFor(() => expect(worker.said()).toContain("worker ready"), { timeout: 60_000 });
});
afterAll(async () => {
  await Promise.all([web.stop(), worker.stop()]);
  await data.close();
});

const ask = (path: string, init: RequestInit = {}) => fetch(web.url + path, { redirect: "manual", ...init });
const askAnything = (lane = 0) => {
  const paths = ["/area/programmi", "/cerca?q=profili", "/area", "/api/files/1"];
  return ask(paths[lane % paths.length] ?? "/", { headers: { cookie } });
};

/** Posts again and again; `acknowledged` are the keys of what the portal said that it has. */
function keepPosting() {
  const acknowledged: string[] = [];
  const writing = keepAsking(2, async () => {
    const key = newKey();
    if (await poster.write(web, key)) acknowledged.push(key);
    return new Response();
  });
  return { acknowledged, stop: writing.stop };
}

/** Ends when somebody is served again. @returns the milliseconds until then */
async function untilServed(): Promise<number> {
  const begin = performance.now();
  await expect
    .poll(() => timed(askAnything), { timeout: 60_000, interval: 25 })
    .toMatchObject({ status: 200 });
  return Math.round(performance.now() - begin);
}

async function expectAllThere(keys: string[]): Promise<void> {
  for (const key of keys) expect(await poster.landed(key), key).toBe(1);
  expect(await brokenRules(data)).toEqual([]);
}

beforeEach(async () => void (await untilServed()));

describe("while the database is away", () => {
  test.each(Array.from({ length: outages.times }, (_, time) => time + 1))(
    "under load, people are told within three seconds and served within five of its return (%i)",
    async () => {
      const reading = keepAsking(2, askAnything);
      const posting = keepPosting();
      await expect.poll(() => posting.acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(1);
      await data.crash("SIGQUIT");
      const away = performance.now();
      await pass(outages.ms);
      const asked = () => reading.samples.filter(({ at }) => at > away).length;
      await expect.poll(asked, { timeout: 20_000 }).toBeGreaterThan(3);
      const until = performance.now();
      await data.restart();
      const back = await untilServed();
      await posting.stop();
      const meanwhile = (await reading.stop()).filter(({ at }) => at > away && at < until);
      console.log({ answers: meanwhile.length, slowest: slowest(meanwhile), back });
      expect(statusesOf(meanwhile)).toEqual([503]);
      expect(slowest(meanwhile)).toBeLessThan(3_000);
      expect(back).toBeLessThan(5_000);
      await expectAllThere(posting.acknowledged);
    },
    60_000,
  );

  test("each is told in a way of their own, and a form comes back with what was typed", async () => {
    const { path } = poster;
    const send = await readFormAt(web.url, { path, fields: { text: "" }, headers: { cookie } });
    await data.crash("SIGQUIT");
    await expect
      .poll(() => timed(askAnything), { timeout: 20_000 })
      .toMatchObject({ status: 503, retryAfter: "5" });
    const page = await ask("/en/search?q=x");
    expect([page.status, page.headers.get("retry-after")]).toEqual([503, "5"]);
    expect(await page.text()).toContain('<html lang="en">');
    const script = await ask("/api/files/x", { headers: { accept: "application/json" } });
    expect(await script.json()).toMatchObject({ status: "refused" });
    expect(await (await ask("/api/health")).json()).toMatchObject({ status: "down", database: "away" });
    const form = await send({ text: "Quello che ho scritto" });
    await data.restart();
    expect(form.status).toBe(503);
    expect(await form.text()).toContain('value="Quello che ho scritto"');
  });
});

test("connections that are ended one and all are opened again", async () => {
  const posting = keepPosting();
  const reading = keepAsking(2, askAnything);
  for (let round = 0; round < 3; round += 1) {
    const before = posting.acknowledged.length;
    await expect.poll(() => posting.acknowledged.length, { timeout: 40_000 }).toBeGreaterThan(before);
    await data.rows(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'sperimenta_portal'",
    );
  }
  await untilServed();
  await posting.stop();
  expect([200, 503]).toEqual(expect.arrayContaining(statusesOf(await reading.stop())));
  await expectAllThere(posting.acknowledged);
}, 120_000);

test("with every connection waiting for a row, the others are told within three seconds", async () => {
  await withClient(data.migrationUrl, async (client) => {
    await client.query("begin");
    await client.query("lock table programme in access exclusive mode");
    const reading = keepAsking(16, () => ask("/area/programmi", { headers: { cookie } }));
    const health = async () => (await ask("/api/health")).json();
    await expect.poll(health, { timeout: 20_000 }).toMatchObject({ status: "degraded", database: "busy" });
    const other = await timed(() => ask("/accedi", { headers: { cookie } }));
    await pass(outages.held);
    await client.query("rollback");
    const back = await untilServed();
    const samples = await reading.stop();
    console.log({ other: Math.round(other.ms), slowest: slowest(samples), back });
    expect(other).toMatchObject({ status: 503, retryAfter: "2" });
    expect(other.ms).toBeLessThan(3_000);
    expect(back).toBeLessThan(5_000);
    expect([200, 503]).toEqual(expect.arrayContaining(statusesOf(samples)));
  });
}, 120_000);

test("a database that says nothing any more keeps nobody waiting for long", async () => {
  const goOn = await data.hang();
  const caught = await Promise.all(Array.from({ length: 12 }, () => timed(askAnything)));
  const next = await timed(askAnything);
  goOn();
  const back = await untilServed();
  console.log({ slowest: slowest(caught), next: Math.round(next.ms), back });
  expect(statusesOf([...caught, next])).toEqual([503]);
  expect(slowest(caught)).toBeLessThan(15_000);
  expect(next.ms).toBeLessThan(3_000);
  expect(back).toBeLessThan(5_000);
}, 120_000);

test("neither the web server nor the worker has ended meanwhile", async () => {
  const ended = (process: PortalProcess) => Promise.race([process.exit, Promise.resolve("runs")]);
  expect(await Promise.all([ended(web), ended(worker)]), worker.said()).toEqual(["runs", "runs"]);
  await data.rows("select graphile_worker.add_job('lock-approved', '{}'::json, job_key => 'outage')");
  await data.until("not exists (select from graphile_worker.jobs where key = 'outage')");
});

test("a database that is gone for good keeps nobody from ending", async () => {
  await data.crash("SIGKILL");
  // What is left of the server ends a moment later, and writes until then: files can be put aside, not removed.
  renameSync(join(data.dataDir, "postgres"), join(data.dataDir, "gone"));
  const reading = keepAsking(2, askAnything);
  await expect.poll(() => timed(askAnything), { timeout: 20_000 }).toMatchObject({ status: 503 });
  const begin = performance.now();
  expect(await Promise.all([web.stop(), worker.stop()])).toEqual([0, 0]);
  expect(performance.now() - begin).toBeLessThan(10_000);
  await reading.stop();
});

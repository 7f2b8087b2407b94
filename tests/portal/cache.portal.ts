import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import {
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  startWorker,
  submitForm,
} from "../support/portal";

const slug = "camere-nuova-edizione";
const page = `/programmi/${slug}`;
/** `npm run proof -- cache` asks for more. */
const rounds = Number(process.env.PROOF_ROUNDS ?? 8);
const within = (timeout: number) => ({ timeout, interval: 10 });

let data: PortalData;
let one: PortalProcess;
let other: PortalProcess;
let coordinator: string;

beforeAll(async () => {
  data = await openData();
  [one, other] = await Promise.all([startWeb(data), startWeb(data)]);
  coordinator = await signIn(one, "coordinatore");
});
afterAll(() => Promise.all([one.stop(), other.stop()]));

async function read(web: PortalProcess, path = page): Promise<{ text: string; cache: string | null }> {
  const answer = await fetch(web.url + path);
  return { text: await answer.text(), cache: answer.headers.get("x-cache") };
}

/** Reads until the answer comes from memory. */
const warm = (web: PortalProcess) =>
  vi.waitFor(async () => expect((await read(web)).cache).toBe("hit"), within(30_000));

/** Gives the programme another summary, as its coordinator does. */
async function publish(web: PortalProcess, summary: string): Promise<void> {
  const [programme] = await data.rows<{ title: string; shortTitle: string; description: string }>(
    `SELECT title, short_title "shortTitle", description FROM programme WHERE slug = $1`,
    [slug],
  );
  const path = `/area/programmi/${slug}/impostazioni/testo`;
  const answer = await submitForm(web, path, { ...programme, summary }, { cookie: coordinator });
  expect(answer.status).toBe(303);
}

describe("a change", () => {
  test("is there for who made it and goes to look, each time", {
    timeout: 30_000 + rounds * 5_000,
  }, async () => {
    for (let round = 0; round < rounds; round++) {
      await warm(one);
      await publish(one, `Riassunto numero ${round} di chi pubblica`);
      expect((await read(one)).text).toContain(`Riassunto numero ${round} di`);
    }
  });

  test("made through one process is there in the other within a second", async () => {
    await Promise.all([warm(one), warm(other)]);
    await publish(one, "Riassunto per l altro processo");
    await vi.waitFor(
      async () => expect((await read(other)).text).toContain("Riassunto per l altro processo"),
      within(1_000),
    );
  });

  test("made by the worker is there too", { timeout: 120_000 }, async () => {
    await data.rows(
      `UPDATE deliverable SET state = 'APPROVED', state_since = '2026-03-01'
       WHERE id = (SELECT d.id FROM deliverable d JOIN deliverable_request r ON r.id = d.request_id
                   JOIN programme p ON p.id = r.programme_id WHERE p.slug = $1 LIMIT 1)`,
      [slug],
    );
    await Promise.all([warm(one), warm(other)]);
    const locked = async () =>
      (await data.rows("SELECT 1 FROM event WHERE kind = 'documents.locked'")).length;
    const before = await locked();
    const worker = startWorker(data);
    await data.rows("SELECT graphile_worker.add_job('lock-approved', '{}')");
    await vi.waitFor(
      async () => expect(await locked(), worker.said()).toBeGreaterThan(before),
      within(90_000),
    );
    for (const web of [one, other])
      await vi.waitFor(async () => expect((await read(web)).cache).toBe("miss"), within(1_000));
    await worker.stop();
  });

  test("that cannot be announced is not hidden by what was kept", async () => {
    await warm(one);
    const [lost] = await data.rows<{ count: number }>(
      `WITH gone AS (SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                     WHERE datname = current_database() AND application_name = 'sperimenta listener')
       SELECT count(*)::int FROM gone`,
    );
    expect(lost?.count).toBe(2);
    await data.rows("UPDATE programme SET summary = 'Scritto senza annuncio' WHERE slug = $1", [slug]);
    for (const web of [one, other]) {
      await vi.waitFor(
        async () => expect((await read(web)).text).toContain("Scritto senza annuncio"),
        within(1_000),
      );
      await warm(web);
      expect((await read(web)).text).toContain("Scritto senza annuncio");
    }
  });
});

describe("people", () => {
  const accounts = ["osservatore", "staff.b"] as const;

  test("leave no trace in what is public, nor in each other's pages", async () => {
    const canaries = accounts.map((account, at) => ({ account, name: `Canarino${"XY"[at]}` }));
    for (const { account, name } of canaries)
      await data.rows("UPDATE person SET given_name = $2 WHERE email = $1", [`${account}@demo.test`, name]);
    const [first, second] = await Promise.all(accounts.map((account) => signIn(one, account)));
    const sitemap = (await read(one, "/sitemap.xml")).text;
    const paths = [...sitemap.matchAll(/<loc>[^<]*?:\d+([^<]*)<\/loc>/g)].map(([, path]) => path || "/");
    expect(paths.length).toBeGreaterThan(40);
    for (const path of [
      ...paths,
      "/feed.xml",
      "/opendata/catalogo.jsonld",
      "/calendario.ics",
      "/robots.txt",
      "/cerca?q=prova",
    ]) {
      for (const cookie of [first, second, undefined]) {
        const answer = await fetch(one.url + path, { headers: cookie ? { cookie } : {} });
        const text = await answer.text();
        expect(answer.status, path).toBe(200);
        expect(answer.headers.getSetCookie(), path).toEqual([]);
        expect(text, path).not.toMatch(/Canarino|(?:osservatore|staff\.b)@demo/);
      }
    }
    for (const path of ["/area", "/area/profilo", "/area/programmi", "/area/calendario", "/en/area"]) {
      for (const [at, cookie] of [first, second, first].entries()) {
        const answer = await fetch(one.url + path, { headers: { cookie: cookie ?? "" } });
        const text = await answer.text();
        expect(answer.headers.get("cache-control"), path).toContain("no-store");
        expect(text, path).toContain(`Canarino${"XY"[at % 2]}`);
        expect(text, path).not.toContain(`Canarino${"YX"[at % 2]}`);
      }
    }
    expect(one.said()).not.toMatch(/asked who is there|did not say of which|set a cookie/);
  });
});

test("every page that the sitemap names is kept, in both languages", async () => {
  const sitemap = (await read(one, "/sitemap.xml")).text;
  const addresses = [...sitemap.matchAll(/<loc>[^<]*?:\d+([^<]*)<\/loc>|href="[^"]*?:\d+([^"]*)"/g)];
  const paths = new Set(addresses.map(([, loc, href]) => loc || href || "/"));
  expect(paths.size).toBeGreaterThan(80);
  for (const path of paths) {
    await fetch(one.url + path).then((answer) => answer.arrayBuffer());
    expect([path, (await read(one, path)).cache]).toEqual([path, "hit"]);
  }
});

test("several processes behind one port agree, and end in order", { timeout: 120_000 }, async () => {
  const both = await startWeb(data, { WEB_PROCESSES: "2" });
  await vi.waitFor(async () => {
    const listeners = await data.rows(
      "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'sperimenta listener'",
    );
    expect(listeners).toHaveLength(4);
  }, within(20_000));
  await Promise.all(Array.from({ length: 8 }, () => warm(both)));
  await publish(both, "Riassunto di due processi");
  await vi.waitFor(async () => {
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => fetch(both.url + page, { headers: { connection: "close" } })),
    );
    for (const answer of answers) expect(await answer.text()).toContain("Riassunto di due processi");
  }, within(1_000));
  const asked = performance.now();
  expect(await both.stop()).toBe(0);
  expect(performance.now() - asked).toBeLessThan(10_000);
});

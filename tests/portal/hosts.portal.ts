import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readFormAt } from "@/scripts/testing/plain-browser";
import { openData, type PortalData, type PortalProcess, startWeb, startWorker } from "../support/portal";
import { rawRequest } from "../support/raw-request";

const site = "https://sperimenta.ente.test";
const named = { SITE_URL: site, TRUSTED_PROXIES: "127.0.0.1,::1" };

let data: PortalData;
/** under its name behind a proxy, and as on one's own machine, twice */
let official: PortalProcess;
let local: [PortalProcess, PortalProcess];

beforeAll(async () => {
  data = await openData();
  const [first, second, third] = await Promise.all([startWeb(data, named), startWeb(data), startWeb(data)]);
  official = first;
  local = [second, third];
});
afterAll(async () => void (await Promise.all([official, ...local].map((one) => one.stop()))));

/** A machine that is busy may answer once that the database is slow: that says nothing of hosts. */
async function asked(origin: string, path: string, headers: Record<string, string>) {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await rawRequest(origin, path, headers);
    if (answer.status !== 503 || attempt === 5) return answer;
  }
}

const addresses = [
  "/",
  "/en",
  "/programmi",
  "/area",
  "/en/area",
  "/sitemap.xml",
  "/robots.txt",
  "/feed.xml",
  "/opendata/catalogo.jsonld",
  "/calendario.ics",
  "/accedi",
  "/area/",
  "/italiano/nulla",
];
const forged: Record<string, string>[] = [
  { host: "evil.example" },
  { "x-forwarded-host": "evil.example", "x-forwarded-proto": "gopher" },
  {
    forwarded: "host=evil.example;proto=http",
    "x-forwarded-port": "66666",
    "x-original-host": "evil.example",
  },
];

describe("a forged host", () => {
  test.each(addresses)("changes nothing of what %s answers", async (path) => {
    for (const headers of forged) {
      const own = local[0];
      const answer = await asked(own.url, path, { host: new URL(own.url).host, ...headers });
      expect(answer.status).toBeLessThan(500);
      expect(JSON.stringify(answer)).not.toMatch(/evil|gopher|66666/);
    }
  });

  test.each(addresses)("is told that %s is not here, where the portal has a name", async (path) => {
    const strange: Record<string, string>[] = [
      { host: "evil.example" },
      { host: "sperimenta.ente.test", "x-forwarded-host": "evil.example" },
    ];
    for (const headers of strange) {
      const answer = await asked(official.url, path, headers);
      expect(answer.status).toBe(421);
      expect(JSON.stringify(answer)).not.toContain("evil");
    }
    const right = await asked(official.url, path, {
      host: "127.0.0.1",
      "x-forwarded-host": "sperimenta.ente.test",
      "x-forwarded-proto": "http",
    });
    expect(right.status).toBeLessThan(500);
    expect(right.status).not.toBe(421);
    expect(JSON.stringify(right)).not.toMatch(/localhost:\d|127\.0\.0\.1/);
  });

  test("changes no link of a mail", async () => {
    const own = local[0];
    const headers = { "x-forwarded-host": "evil.example", forwarded: "host=evil.example" };
    const [person] = await data.rows<{ email: string }>(
      "update person set is_demo = false where email = 'osservatore@demo.test' returning email",
    );
    const send = await readFormAt(own.url, { path: "/password", fields: { email: "" }, headers });
    expect((await send({ email: person?.email ?? "" })).status).toBe(303);
    // What else the demonstration left to do would only make this wait.
    await data.rows(
      `delete from graphile_worker._private_jobs job using graphile_worker._private_tasks task
       where task.id = job.task_id and task.identifier <> 'send-password-reset'`,
    );
    const worker = startWorker(data);
    const mail = async () =>
      (
        await data.rows<{ params: { link: string } }>(
          "select params from mail where template = 'people.passwordReset'",
        )
      )[0];
    await expect.poll(mail, { timeout: 50_000 }).toBeDefined();
    await worker.stop();
    expect((await mail())?.params.link).toMatch(/^\/password\/[\w-]{43}$/);
  });
});

describe("tries at a password", () => {
  const account = () => `prova-${crypto.randomUUID()}@ente.test`;

  /** Sends wrong passwords until one is refused for good; tells how many were heard. */
  async function triesHeard(attempt: (count: number) => Promise<Response>): Promise<number> {
    for (let count = 0; count < 14; count += 1) {
      const answer = await attempt(count);
      if (answer.status !== 429) continue;
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await answer.text()).toContain("Troppi tentativi");
      return count;
    }
    return 14;
  }
  const signInAt = async (portal: PortalProcess, headers: Record<string, string> = {}) => {
    const send = await readFormAt(portal.url, {
      path: "/accedi",
      fields: { email: "", password: "" },
      headers,
    });
    return (email: string) => send({ email, password: "una password sbagliata" });
  };

  test("are not won by an address that changes, invented by the client", async () => {
    const email = account();
    const heard = await triesHeard(async (count) =>
      (await signInAt(local[0], { "x-forwarded-for": `203.0.113.${count}` }))(email),
    );
    expect(heard).toBe(10);
  });

  test("are counted once for two processes", async () => {
    const email = account();
    const sends = await Promise.all(local.map((portal) => signInAt(portal)));
    expect(
      await triesHeard((count) => (sends[count % 2] as (email: string) => Promise<Response>)(email)),
    ).toBe(10);
  });

  test("are not won by the many addresses of one IPv6 network", async () => {
    const behind = (address: string) => ({
      "x-forwarded-host": "sperimenta.ente.test",
      "x-forwarded-for": `198.51.100.9, ${address}`,
      origin: site,
    });
    const email = account();
    const from = (network: string) => async (count: number) =>
      (await signInAt(official, behind(`2001:db8:0:${network}::${count + 1}`)))(email);
    expect(await triesHeard(from("1"))).toBe(10);
    expect((await from("2")(0)).status).toBe(200);
  });
});

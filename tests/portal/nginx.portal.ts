import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { type RequestOptions, request } from "node:https";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { provideNginx } from "@/scripts/testing/nginx";
import { readerOf } from "../support/live-reader";
import { type Nginx, startNginx } from "../support/nginx";
import {
  freePort,
  openData,
  type PortalData,
  type PortalProcess,
  signIn,
  startWeb,
  submitForm,
} from "../support/portal";
import { beginUpload } from "../support/slow-upload";

const slug = "camere-nuova-edizione";
const page = `/programmi/${slug}`;
const megabyte = 1024 ** 2;
const programs = provideNginx();

describe("two replicas behind nginx", () => {
  let data: PortalData;
  let replicas: [PortalProcess, PortalProcess];
  let nginx: Nginx;
  let ports: { https: number; http: number };
  let settings: Record<string, string>;
  /** the portal as the world reaches it */
  let site: { url: string };

  beforeEach(({ skip }) => skip(!programs, "nginx is not here and could not be installed"));
  beforeAll(async () => {
    if (!programs) return;
    // Node learns of further certificates only when it starts; that ours is the right one has a test of its own.
    vi.stubEnv("NODE_TLS_REJECT_UNAUTHORIZED", "0");
    data = await openData();
    ports = { https: await freePort(), http: await freePort() };
    site = { url: `https://localhost:${ports.https}` };
    settings = {
      SITE_URL: site.url,
      TRUSTED_PROXIES: "127.0.0.1",
      SPERIMENTA_DEMO: "public",
      UPLOAD_MAX_BYTES: String(30 * megabyte),
      LOG_LEVEL: "info",
    };
    replicas = await Promise.all([startWeb(data, settings), startWeb(data, settings)]);
    nginx = startNginx(programs, { ...ports, replicas: replicas.map(({ url }) => url) });
    await vi.waitFor(() => fetch(`${site.url}/api/health`), { timeout: 10_000, interval: 50 });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await Promise.all([nginx?.stop(), ...(replicas ?? []).map((replica) => replica.stop())]);
  });

  const staged = () => {
    const folder = join(data.dataDir, "temporary");
    return Math.max(0, ...readdirSync(folder).map((name) => statSync(join(folder, name)).size));
  };
  const portOf = (replica: PortalProcess) => new URL(replica.url).port;

  /** One request over TLS that trusts nginx's certificate and no other. */
  async function asked(options: RequestOptions): Promise<IncomingMessage> {
    const trusting = { ca: nginx.certificate, rejectUnauthorized: true, agent: false as const };
    const outgoing = request({ host: "localhost", port: ports.https, ...trusting, ...options }).end();
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    incoming.resume();
    return incoming;
  }

  test("nginx takes the configuration of the deployment", () => {
    expect(nginx.verdict).toMatch(/test is successful/);
  });

  test("are reached over TLS alone, and tell browsers to remember it", async () => {
    const plain = await fetch(`http://localhost:${ports.http}${page}?x=1`, { redirect: "manual" });
    expect(plain.status).toBe(301);
    expect(plain.headers.get("location")).toBe(`https://localhost${page}?x=1`);
    const answer = await asked({ path: "/accedi" });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
    const cookie = (await signInAnswer()).headers.getSetCookie().join();
    expect(cookie).toMatch(/__Host-.*; Secure/);
  });

  const signInAnswer = () =>
    submitForm(site, "/accedi", { email: "osservatore@demo.test", password: "sperimenta" });

  /** The client's address of the request to this path, as the replica that answered it wrote it down. */
  async function clientOf(path: string): Promise<string | undefined> {
    const line = () =>
      replicas
        .flatMap((replica) => replica.said().split("\n"))
        .find((one) => one.includes(`"path":"${path}"`));
    await expect.poll(line).toBeDefined();
    return (JSON.parse(line() ?? "{}") as { client?: string }).client;
  }

  test("take the client's address from nginx, and from nobody else", async () => {
    const forged = { "x-forwarded-for": "203.0.113.7, 127.0.0.1" };
    await asked({ path: "/api/uno", headers: forged, localAddress: "127.0.0.3" });
    expect(await clientOf("/api/uno")).toBe("127.0.0.3");
    const { port } = new URL(replicas[0].url);
    const host = new URL(site.url).host;
    const direct = { host: "127.0.0.1", port, headers: { ...forged, host }, agent: false as const };
    const outgoing = httpRequest({ ...direct, path: "/api/due", localAddress: "127.0.0.2" }).end();
    await once(outgoing, "response");
    expect(await clientOf("/api/due")).toBe("127.0.0.2");
  });

  test("keep an idle connection for longer than nginx does", async () => {
    const { port } = new URL(replicas[0].url);
    const outgoing = httpRequest({ port, path: "/api/health", headers: { connection: "keep-alive" } }).end();
    const [{ headers }] = (await once(outgoing, "response")) as [IncomingMessage];
    outgoing.destroy();
    // nginx gives up an idle connection to a replica after 60 seconds.
    expect(Number(/timeout=(\d+)/.exec(String(headers["keep-alive"]))?.[1])).toBeGreaterThan(60);
  });

  test("receive a file while it is being sent, up to their own limit", async () => {
    const cookie = await signIn(site, "coordinatore");
    const size = 20 * megabyte;
    const upload = await beginUpload(site.url, cookie, { title: "Attraverso nginx", size });
    // Half of it lies in the portal's own folder before the other half is sent.
    await expect.poll(staged).toBeGreaterThan(size / 2 - megabyte);
    expect(nginx.kept()).toEqual([]);
    expect(await upload.finish()).toMatchObject({ status: 200 });
    const tooLarge = await beginUpload(site.url, cookie, { title: "Troppo grande", size: 40 * megabyte });
    expect((await tooLarge.finish()).status).toBe(422);
    expect(nginx.kept()).toEqual([]);
  });

  test("send a file to a slow reader without nginx keeping any of it", async () => {
    const cookie = await signIn(site, "coordinatore");
    const [version] = await data.rows<{ id: string }>(
      "select v.id from document_version v join document d on d.id = v.document_id where d.title = 'Attraverso nginx'",
    );
    const trusting = { ca: nginx.certificate, agent: false as const, headers: { cookie } };
    const path = `/api/files/${version?.id}`;
    const outgoing = request({ host: "localhost", port: ports.https, path, ...trusting }).end();
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    await once(incoming, "readable");
    expect(nginx.kept()).toEqual([]);
    const bytes = await buffer(incoming);
    const half = 10 * megabyte;
    expect(bytes.equals(Buffer.concat([Buffer.alloc(half, "a"), Buffer.alloc(half, "b")]))).toBe(true);
  });

  test("pass on what a live page is told, one by one, while nothing else follows", async () => {
    const headers = { cookie: await signIn(site, "coordinatore"), accept: "text/event-stream" };
    const trusting = { ca: nginx.certificate, agent: false as const, headers };
    const outgoing = request({ host: "localhost", port: ports.https, path: "/api/live", ...trusting }).end();
    const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
    const reader = readerOf(outgoing, incoming);
    // Collected on the way, this would wait for the next sign of life.
    await expect.poll(() => reader.last("waiting"), { timeout: 5_000 }).toBeDefined();
    const told = Number(reader.last("waiting")?.notices);
    await data.rows(
      `with line as (
         insert into notification (id, person_id, "group", kind, subject_kind, subject_id, created_at, latest_at)
         select gen_random_uuid(), id, 'FORUM', 'posted', 'thread', gen_random_uuid(), now(), now()
         from person where email = 'coordinatore@demo.test' returning person_id)
       select pg_notify('sperimenta_live', 'person:' || person_id) from line`,
    );
    await expect.poll(() => reader.last("waiting")?.notices, { timeout: 5_000 }).toBe(told + 1);
    reader.leave();
  });

  test("agree within a second on a change made through either, for people who sign in once", async () => {
    const cookie = await signIn(site, "coordinatore");
    const [programme] = await data.rows<{ title: string; shortTitle: string; description: string }>(
      `select title, short_title "shortTitle", description from programme where slug = $1`,
      [slug],
    );
    const already = nginx.asked().length;
    for (let round = 0; round < 3; round++) {
      for (let time = 0; time < 4; time++) await fetch(site.url + page).then((answer) => answer.text());
      const fields = { ...programme, summary: `Riassunto ${round} di due repliche` };
      const path = `/area/programmi/${slug}/impostazioni/testo`;
      const answer = await submitForm(site, path, fields, { cookie });
      expect(answer.status).toBe(303);
      const texts = () =>
        Promise.all(
          replicas.map(async ({ url }) => {
            const headers = { "x-forwarded-host": new URL(site.url).host };
            return (await fetch(url + page, { headers })).text();
          }),
        );
      await vi.waitFor(
        async () => {
          for (const one of await texts()) expect(one).toContain(fields.summary);
        },
        { timeout: 1_000, interval: 10 },
      );
    }
    expect(new Set(nginx.asked().slice(already))).toEqual(new Set(replicas.map(portOf)));
  });

  /** Reads the page again and again until told to end; tells how often and how often in vain. */
  function readOn() {
    const seen = { answered: 0, lost: 0 };
    let isOver = false;
    const reader = async () => {
      while (!isOver) {
        const answer = await fetch(site.url + page).catch(() => null);
        const isWhole = answer?.status === 200 && (await answer.text().catch(() => "")).includes("</html>");
        if (isWhole) seen.answered++;
        else seen.lost++;
      }
    };
    const readers = [reader(), reader()];
    return {
      readers: readers.length,
      goOn: () => {
        const from = seen.answered;
        return vi.waitFor(() => expect(seen.answered).toBeGreaterThan(from + 20), {
          timeout: 20_000,
          interval: 20,
        });
      },
      end: async () => {
        isOver = true;
        await Promise.all(readers);
        return seen;
      },
    };
  }

  const again = (replica: PortalProcess) => startWeb(data, { ...settings, PORT: portOf(replica) });

  test("lose no reader while they are started again one after the other", async () => {
    const reading = readOn();
    for (const place of [0, 1]) {
      expect(await replicas[place]?.stop()).toBe(0);
      await reading.goOn();
      replicas[place] = await again(replicas[place] as PortalProcess);
      await reading.goOn();
    }
    expect(await reading.end()).toMatchObject({ lost: 0 });
  });

  test("lose no reader but those who were being answered, when one dies", async () => {
    const reading = readOn();
    await reading.goOn();
    await replicas[0].kill();
    await reading.goOn();
    expect((await reading.end()).lost).toBeLessThanOrEqual(reading.readers);
    replicas[0] = await again(replicas[0]);
  });

  test("are both away: nginx says when to come again, under the portal's headers", async () => {
    await Promise.all(replicas.map((replica) => replica.kill()));
    const answer = await fetch(site.url);
    expect(answer.status).toBe(503);
    expect(answer.headers.get("retry-after")).toBe("5");
    expect(answer.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
    expect(answer.headers.get("strict-transport-security")).toBeTruthy();
    expect(await answer.text()).toContain("torna fra poco");
  });
});

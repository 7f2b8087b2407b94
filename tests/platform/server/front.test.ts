import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type RequestOptions, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { DomainError } from "@/lib/platform/errors";
import { refuseForNow } from "@/lib/platform/server/answer";
import { proxyList } from "@/lib/platform/server/client-address";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";

let server: Server;
let port: number;

/** What stands in Next's place: tells what reached it. */
async function echo(request: IncomingMessage, response: import("node:http").ServerResponse): Promise<void> {
  if (request.url === "/breaks") throw new Error("a secret of the inside");
  const body = await text(request);
  response.setHeader("Content-Type", request.url?.startsWith("/api/") ? "application/json" : "text/html");
  response.end(JSON.stringify({ headers: request.headers, size: body.length }));
}

async function startFront(changes: Partial<Parameters<typeof createFront>[1]> = {}, handle = echo) {
  const front = createFront(handle, { isDev: false, isHttps: false, trusted: proxyList([]), ...changes });
  front.listen(0, "127.0.0.1");
  await once(front, "listening");
  return front;
}

beforeAll(async () => {
  server = await startFront();
  port = (server.address() as AddressInfo).port;
});
afterAll(() => stopServer(server, 100));

type Answer = { status: number; headers: IncomingMessage["headers"]; body: string };

async function ask(path: string, options: RequestOptions = {}, body?: string | Buffer): Promise<Answer> {
  const outgoing = httpRequest({ port, host: "127.0.0.1", path, agent: false, ...options });
  outgoing.end(body);
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, body: await text(incoming) };
}

const own = () => ({ origin: `http://127.0.0.1:${port}` });
const reached = (answer: Answer) => (JSON.parse(answer.body) as { headers: Record<string, string> }).headers;

describe("every answer", () => {
  test.each(["/", "/programmi", "/api/health", "/_next/static/a.js", "/robots.txt", "/breaks"])(
    "%s bears the constant headers",
    async (path) => {
      const { headers } = await ask(path);
      expect(headers).toMatchObject({
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
        "referrer-policy": "same-origin",
        "cross-origin-opener-policy": "same-origin",
      });
      expect(headers["permissions-policy"]).toContain("camera=()");
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["content-security-policy"]).toContain("base-uri 'none'");
      expect(headers["strict-transport-security"]).toBeUndefined();
    },
  );

  test("that is no page, such as a file of a user, runs and loads nothing and is of no origin", async () => {
    const { headers } = await ask("/api/files/01950000-0000-7000-8000-000000000001");
    expect(headers["content-security-policy"]).toMatch(/^sandbox; default-src 'none';/);
  });

  test("asks for https where the portal has it", async () => {
    const secure = await startFront({ isHttps: true, site: new URL("https://sperimenta.ente.test") });
    const headers = { host: "sperimenta.ente.test" };
    const answer = await ask("/", { port: (secure.address() as AddressInfo).port, headers });
    expect(answer.headers["strict-transport-security"]).toBe("max-age=63072000; includeSubDomains");
    expect(answer.headers["content-security-policy"]).toContain("upgrade-insecure-requests");
    expect(reached(answer)).toMatchObject({
      "x-forwarded-host": "sperimenta.ente.test",
      "x-forwarded-proto": "https",
    });
    await stopServer(secure, 100);
  });

  test("an error says nothing of the inside", async () => {
    const { status, body } = await ask("/breaks");
    expect(status).toBe(500);
    expect(body).not.toContain("secret");
    expect((await ask("/en/x/../breaks")).status).toBe(200);
  });
});

describe("the policy of pages", () => {
  const nonceOf = (policy: unknown) => /'nonce-([A-Za-z0-9+/=]{20,})'/.exec(String(policy))?.[1];

  test("has a nonce of its own for each answer, and the page is told the same", async () => {
    const [first, second] = [await ask("/programmi"), await ask("/programmi")];
    expect(nonceOf(first.headers["content-security-policy"])).toBeDefined();
    expect(nonceOf(first.headers["content-security-policy"])).not.toBe(
      nonceOf(second.headers["content-security-policy"]),
    );
    expect(reached(first)["content-security-policy"]).toBe(first.headers["content-security-policy"]);
    expect(first.headers["content-security-policy"]).not.toContain("unsafe");
  });

  test("cannot be given by the client", async () => {
    const headers = { "content-security-policy": "script-src 'nonce-evilevilevilevilevil'" };
    expect(JSON.stringify(await ask("/programmi", { headers }))).not.toContain("evil");
    expect(JSON.stringify(await ask("/api/health", { headers }))).not.toContain("evil");
  });

  test("lets a development build do what it needs", async () => {
    const dev = await startFront({ isDev: true });
    const answer = await ask("/", { port: (dev.address() as AddressInfo).port });
    expect(answer.headers["content-security-policy"]).toContain("'unsafe-eval'");
    await stopServer(dev, 100);
  });
});

describe("what reaches the pages", () => {
  test.each([
    ["/", "it"],
    ["/programmi", "it"],
    ["/en", "en"],
    ["/en/programmes", "en"],
    ["/enti", "it"],
  ])("%s is in %s", async (path, locale) => {
    expect(reached(await ask(path, { headers: { "x-next-intl-locale": "xx" } }))["x-next-intl-locale"]).toBe(
      locale,
    );
  });

  test("holds nothing that a client may not say", async () => {
    const headers = {
      "x-middleware-subrequest": "middleware:middleware",
      "x-middleware-prefetch": "1",
      "x-sperimenta-client": "10.0.0.1",
      "x-forwarded-host": "evil.example",
      "x-forwarded-proto": "https",
    };
    const seen = reached(await ask("/", { headers }));
    expect(seen).toMatchObject({ "x-sperimenta-client": "127.0.0.1", "x-sperimenta-proxied": "1" });
    expect(seen["x-middleware-subrequest"]).toBeUndefined();
    expect(seen["x-middleware-prefetch"]).toBeUndefined();
    expect(JSON.stringify(seen)).not.toContain("evil");
  });

  test("says that no proxy was there, whatever the client claims", async () => {
    expect(
      reached(await ask("/", { headers: { "x-sperimenta-proxied": "1" } }))["x-sperimenta-proxied"],
    ).toBeUndefined();
  });
});

describe("what must not reach the pages", () => {
  test.each([
    ["a foreign origin", { origin: "https://evil.example" }],
    ["no origin at all but a word of it", { origin: "null" }],
    ["another site", { "sec-fetch-site": "cross-site" }],
    ["another port", { origin: "http://127.0.0.1:1" }],
    ["somebody who does not say from where", {}],
    ["an address typed by hand", { "sec-fetch-site": "none" }],
  ])("a change asked from %s", async (_what, headers) => {
    for (const path of ["/area", "/api/upload", "/en/area"]) {
      const answer = await ask(path, { method: "POST", headers }, "a=b");
      expect(answer.status).toBe(403);
      expect(answer.headers["x-content-type-options"]).toBe("nosniff");
    }
    expect((await ask("/area", { headers })).status).toBe(200);
  });

  test("an address with a zero byte", async () => {
    for (const path of ["/cerca?q=%00", "/area/%00"]) expect((await ask(path)).status).toBe(400);
  });

  test("a change asked from our own page passes", async () => {
    for (const headers of [own(), { "sec-fetch-site": "same-origin" }]) {
      expect((await ask("/area", { method: "POST", headers }, "a=b")).status).toBe(200);
    }
  });

  test("a request to another name, where the portal has one", async () => {
    const site = new URL("https://sperimenta.ente.test");
    const named = await startFront({ isHttps: true, site, trusted: proxyList(["127.0.0.1"]) });
    const status = async (path: string, headers: Record<string, string>) =>
      (await ask(path, { port: (named.address() as AddressInfo).port, headers })).status;
    for (const host of ["sperimenta.ente.test", "SPERIMENTA.ente.test:443"]) {
      expect(await status("/", { host })).toBe(200);
      expect(await status("/", { host: "10.0.0.7:3000", "x-forwarded-host": host })).toBe(200);
    }
    for (const host of ["evil.example", "sperimenta.ente.test:8443", "sperimenta.ente.test.evil.example"]) {
      expect(await status("/", { host })).toBe(421);
      expect(await status("/", { host: "sperimenta.ente.test", "x-forwarded-host": host })).toBe(421);
      expect(await status("/api/health", { host })).toBe(200);
    }
    expect(await status("https://evil.example/", { host: "sperimenta.ente.test" })).toBe(421);
    await stopServer(named, 100);
  });

  test("a form of unreasonable size, but not a file", async () => {
    const large = Buffer.alloc(6 * 1024 ** 2);
    const announce = { ...own(), "content-length": large.length };
    expect((await ask("/area", { method: "POST", headers: announce }, large)).status).toBe(413);
    expect((await ask("/api/upload", { method: "POST", headers: announce }, large)).status).toBe(200);
  });

  test("a form that hides its size", async () => {
    const headers = { ...own(), "transfer-encoding": "chunked" };
    expect((await ask("/area", { method: "POST", headers }, "a=b")).status).toBe(411);
    expect((await ask("/en/area", { method: "POST", headers }, "a=b")).body).toContain('lang="en"');
  });
});

describe("a refusal that is over by itself", () => {
  const refusing = (status: number, error: DomainError) =>
    startFront({}, async (_request, response) => {
      await Promise.resolve();
      refuseForNow(error);
      response.statusCode = status;
      response.end("in words");
    });
  const answerOf = async (front: Server) => {
    const { status, headers, body } = await ask("/", { port: (front.address() as AddressInfo).port });
    await stopServer(front, 100);
    return { status, retryAfter: headers["retry-after"], body };
  };

  test("has the status and the waiting time that programs go by", async () => {
    const often = new DomainError("tooManyAttempts", { minutes: 2, seconds: 90 });
    expect(await answerOf(await refusing(200, often))).toEqual({
      status: 429,
      retryAfter: "90",
      body: "in words",
    });
    const busy = new DomainError("tooBusy", { seconds: 10 });
    expect(await answerOf(await refusing(200, busy))).toMatchObject({ status: 503, retryAfter: "10" });
  });

  test("leaves redirects and other refusals as they are", async () => {
    const often = new DomainError("tooManyAttempts", { minutes: 2, seconds: 90 });
    expect(await answerOf(await refusing(303, often))).toMatchObject({ status: 303, retryAfter: undefined });
    const other = new DomainError("people.signInRefused");
    expect(await answerOf(await refusing(200, other))).toMatchObject({ status: 200, retryAfter: undefined });
  });
});

describe("stopping", () => {
  test("lets a running request end, takes no new one", async () => {
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let arrived: () => void = () => undefined;
    const inside = new Promise<void>((resolve) => {
      arrived = resolve;
    });
    const slow = await startFront({}, async (_request, response) => {
      arrived();
      await held;
      response.end("finished");
    });
    const place = { port: (slow.address() as AddressInfo).port };
    const running = ask("/", place);
    await inside;
    const stopping = stopServer(slow, 5_000);
    await expect(ask("/", place)).rejects.toMatchObject({ code: "ECONNREFUSED" });
    release();
    expect((await running).body).toBe("finished");
    expect(await stopping).toBe("clean");
  });

  test("cuts off what does not end", async () => {
    const endless = await startFront({}, async (_request, response) => {
      response.write("first");
    });
    const running = ask("/", { port: (endless.address() as AddressInfo).port }).catch(
      (error: Error) => error,
    );
    await once(endless, "request");
    expect(await stopServer(endless, 200)).toBe("cut");
    expect(await running).toBeInstanceOf(Error);
  });
});

describe("mail that a mail server hands on", () => {
  const post = { method: "POST" };
  test("passes without saying where it comes from, where replies are taken in, and only there", async () => {
    const taking = await startFront({ takesMail: true });
    const at = { port: (taking.address() as AddressInfo).port };
    try {
      expect((await ask("/api/inbound/reply", { ...post, ...at }, "mail")).status).toBe(200);
      expect((await ask("/api/upload/document", { ...post, ...at }, "mail")).status).toBe(403);
      expect((await ask("/accedi", { ...post, ...at }, "mail")).status).toBe(403);
      const foreign = { headers: { origin: "https://evil.example" } };
      expect((await ask("/api/inbound/reply", { ...post, ...at, ...foreign }, "mail")).status).toBe(403);
    } finally {
      await stopServer(taking, 100);
    }
    expect((await ask("/api/inbound/reply", post, "mail")).status).toBe(403);
  });
});

import { once } from "node:events";
import type { Server, ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { proxyList } from "@/lib/platform/server/client-address";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";

let server: Server;

beforeAll(async () => {
  const handle = async (request: { url?: string }, response: ServerResponse) => {
    if (request.url === "/moved") return void response.writeHead(307, { Location: "/" }).end();
    if (request.url === "/same") return void response.writeHead(304).end();
    response.setHeader(
      "Content-Type",
      request.url?.endsWith("x") ? "application/x" : "text/html; charset=utf-8",
    );
    response.end("<p>");
  };
  const site = new URL("https://portal.test");
  server = createFront(handle, { isDev: false, isHttps: true, site, trusted: proxyList([]) });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
});
afterAll(() => stopServer(server, 100));

/** Sends bytes as they stand and reads the first answer. */
async function say(bytes: string): Promise<{ status: number; headers: Map<string, string> }> {
  const socket = connect((server.address() as AddressInfo).port, "127.0.0.1");
  socket.write(bytes);
  const head = (await text(socket)).split("\r\n\r\n")[0] ?? "";
  const [first = "", ...lines] = head.split("\r\n");
  const headers = lines.map((line): [string, string] => {
    const at = line.indexOf(":");
    return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
  });
  expect(new Set(headers.map(([name]) => name)).size, "no header twice").toBe(headers.length);
  return { status: Number(first.split(" ")[1]), headers: new Map(headers) };
}

const ask = (line: string, ...more: string[]) =>
  [`${line} HTTP/1.1`, "Host: portal.test", "Connection: close", ...more, "", ""].join("\r\n");

describe("every answer bears its protection:", () => {
  test.each([
    ["a page", ask("GET /programmi"), 200],
    ["a page whose address has a dot", ask("GET /programmi/alba.2026"), 200],
    ["a file of the build", ask("GET /_next/static/a.x"), 200],
    ["a file of a user", ask("GET /api/files/x"), 200],
    ["a redirect", ask("GET /moved"), 307],
    ["nothing new", ask("GET /same"), 304],
    ["an expectation that nobody meets", ask("GET /", "Expect: miracles"), 417],
    ["another name", "GET / HTTP/1.1\r\nHost: evil.test\r\nConnection: close\r\n\r\n", 421],
    ["no name at all", "GET / HTTP/1.1\r\nConnection: close\r\n\r\n", 400],
    ["no request", "what is this\r\n\r\n", 400],
    ["a header that is none", "GET / HTTP/1.1\r\nHost portal.test\r\n\r\n", 400],
    ["two lengths", ask("POST /", "Content-Length: 1", "Content-Length: 2"), 400],
    ["a length and pieces", ask("POST /", "Content-Length: 1", "Transfer-Encoding: chunked"), 400],
    ["a head without end", ask("GET /", `X: ${"x".repeat(40_000)}`), 431],
  ])("%s", async (_what, bytes, expected) => {
    const { status, headers } = await say(bytes);
    expect(status).toBe(expected);
    expect(Object.fromEntries(headers)).toMatchObject({
      "strict-transport-security": "max-age=63072000; includeSubDomains",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "same-origin",
      "cross-origin-opener-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "content-security-policy": expect.stringMatching(/default-src [^;]+;.*frame-ancestors 'none'/),
    });
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
  });

  test("what turns out to be a page may run its own scripts, whatever its address; nothing else may run any", async () => {
    const policyOf = async (path: string) =>
      (await say(ask(`GET ${path}`))).headers.get("content-security-policy") ?? "";
    for (const path of ["/programmi", "/programmi/alba.2026"])
      expect(await policyOf(path)).toMatch(/'nonce-/);
    for (const path of ["/api/files/1", "/_next/a.html", "/feed.x", "/moved"])
      expect(await policyOf(path)).toMatch(/^sandbox; default-src 'none'/);
  });
});

import { once } from "node:events";
import { request as httpRequest, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { createPageCache, type PageCache } from "@/lib/platform/page-cache/page-cache";
import { proxyList } from "@/lib/platform/server/client-address";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";

/** The server in front with its cache, and something small in Next's place. */
export type CachedFront = {
  pages: PageCache;
  /** what Next was asked */
  made: { url: string; headers: IncomingMessage["headers"] }[];
  /** what it answers, as the test says */
  page: (request: IncomingMessage, response: ServerResponse) => void | Promise<void>;
  clock: Date;
  port: number;
  ask(path: string, headers?: Record<string, string>, method?: string): Promise<Answer>;
  stop(): Promise<unknown>;
};

export type Answer = { status: number; headers: IncomingMessage["headers"]; bytes: Buffer; text: string };

/** Starts it, with changes heard. */
export async function startCachedFront(maxBytes = 1_000_000): Promise<CachedFront> {
  const handle = async (request: IncomingMessage, response: ServerResponse) => {
    front.made.push({ url: request.url ?? "", headers: request.headers });
    await front.page(request, response);
  };
  const settings = { maxBytes, isHttps: false, host: "portal.test", now: () => front.clock };
  const pages = createPageCache(handle, settings);
  pages.setHearing(true);
  const server = createFront(handle, { isDev: false, isHttps: false, trusted: proxyList([]) }, pages);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const front: CachedFront = {
    pages,
    made: [],
    page: (request, response) => html(response, `<p>${request.url}</p>`),
    clock: new Date("2026-03-24T09:00:00+01:00"),
    port: (server.address() as AddressInfo).port,
    ask: (path, headers = {}, method = "GET") => ask(server, { path, headers, method }),
    stop: () => stopServer(server, 100),
  };
  return front;
}

/** Answers with a page, as Next gives it. */
export function html(response: ServerResponse, body: string, status = 200): void {
  response.statusCode = status;
  response.setHeader("Content-Type", "text/html; charset=utf-8");
  response.setHeader("Cache-Control", "private, no-store");
  response.end(`<!doctype html>${body}`);
}

/** Holds something back until it is opened. */
export function closedGate(): { passed: Promise<void>; open(): void } {
  const opening = new EventTarget();
  const passed = once(opening, "open").then(() => undefined);
  return { passed, open: () => void opening.dispatchEvent(new Event("open")) };
}

/** Whether the cache had an answer. */
export function found({ headers }: Answer): string {
  return headers["x-cache"]?.toString() ?? "not asked";
}

async function ask(
  server: Server,
  what: { path: string; headers: Record<string, string>; method: string },
): Promise<Answer> {
  const { port } = server.address() as AddressInfo;
  const outgoing = httpRequest({ port, host: "127.0.0.1", agent: false, ...what });
  outgoing.end();
  const [incoming] = (await once(outgoing, "response")) as [IncomingMessage];
  const bytes = await buffer(incoming);
  return { status: incoming.statusCode ?? 0, headers: incoming.headers, bytes, text: bytes.toString() };
}

import { randomBytes, randomUUID } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { BlockList } from "node:net";
import { log } from "@/lib/platform/log";
import { beginRequest } from "@/lib/platform/metrics/requests";
import { provenance } from "@/lib/platform/origin";
import type { PageCache } from "@/lib/platform/page-cache/page-cache";
import type { Handler } from "@/lib/platform/page-cache/render";
import { newScope, within } from "@/lib/platform/page-cache/scope";
import { withoutSecrets } from "@/lib/platform/secret-paths";
import { pathOf, sentToOneAddress } from "@/lib/platform/server/addresses";
import { answering } from "@/lib/platform/server/answer";
import {
  addressHeader,
  asksFor,
  cameThroughProxy,
  clientAddress,
  clientHeader,
  proxiedHeader,
} from "@/lib/platform/server/client-address";
import { finishing } from "@/lib/platform/server/graceful-stop";
import { answerBrokenRequests, refuse } from "@/lib/platform/server/refusal";
import {
  barePolicy,
  constantHeaders,
  isThread,
  mayBePage,
  pagePolicy,
  threadPolicy,
} from "@/lib/platform/server/response-headers";

export type FrontSettings = {
  isDev: boolean;
  /** where the portal is reached when that was set: its scheme and host are then the only right ones */
  site?: URL;
  isHttps: boolean;
  trusted: BlockList;
  /** a mail server hands replies on: it is no browser, and says nothing of where it comes from */
  takesMail?: boolean;
};

const uploadPath = /^\/api\/(?:[^?]*\/)?upload(?:\/|$)/;
/** asked for by the machines beside the portal, which know its port and not its name */
const machinePath = /^\/api\/(?:health|metrics)$/;
/** where a mail server of the body's brings what came in; its secret is checked behind */
const mailPath = /^\/api\/inbound\//;
/** where a reader of mail ends mails by one click (RFC 8058): it sends no cookie, and the address holds the secret, in the form that ours have */
const oneClickPath = /^\/api\/unsubscribe\/[0-9a-f]{32}-[A-Z]+-[0-9a-f]{40}$/;
/** what a form without files may weigh; the framework refuses its actions from 4 MB with a text of its own */
const largestForm = 5 * 1024 ** 2;
/** a mail with its files: more than its route takes, which says so in its own words (mail/inbound/read.ts) */
const largestMail = 21 * 1024 ** 2;
/** how long a form may take to arrive */
const slowestForm = 60_000;

/** Made by us for what runs behind: never taken from outside. */
const internalHeader =
  /^(?:x-middleware-|x-next-intl-|x-sperimenta-|x-invoke-|content-security-policy|x-nonce$)/;

/** The server in front of Next: what holds for every request and every answer stands here, once. */
export function createFront(handle: Handler, settings: FrontSettings, pages?: PageCache): Server {
  const constant = Object.entries(constantHeaders(settings.isHttps));
  const server = createServer(
    // Proxies keep idle connections for about 60 seconds: one of ours that ends earlier shows as a random 502. Uploads
    // may take long; forms have a limit of their own below.
    {
      keepAliveTimeout: 65_000,
      headersTimeout: 20_000,
      requestTimeout: 0,
      connectionsCheckingInterval: 5_000,
      // Node would refuse these by itself, with an answer that bears no headers.
      requireHostHeader: false,
    },
    (request, response) => {
      const path = pathOf(request);
      for (const [name, value] of constant) response.setHeader(name, value);
      if (!server.listening) response.setHeader("Connection", "close");
      const client = clientAddress(
        request.socket.remoteAddress,
        request.headers["x-forwarded-for"]?.toString(),
        settings.trusted,
      );
      logWhenDone(request, response, { path, client });
      if (refusedAtTheDoor(request, response, { path, settings })) return;
      if (sentToOneAddress(request, response)) return;
      const answer = async () => {
        if (await pages?.answer(request, response)) return;
        dressRequest(request, { path, client, settings });
        await answerOnce(request, response, { handle, pages });
      };
      finishing(answer()).catch((error: unknown) => {
        log.error({ err: error, path: withoutSecrets(path) }, "request failed");
        if (response.headersSent) response.destroy();
        else refuse(request, response, 500);
      });
    },
  );
  server.on("checkExpectation", (request, response) => {
    for (const [name, value] of constant) response.setHeader(name, value);
    refuse(request, response, 417);
  });
  answerBrokenRequests(server, constant);
  // Silence in both directions; whoever streams sends a sign of life.
  server.setTimeout(120_000);
  return server;
}

/** Answers what must not reach Next at all. */
function refusedAtTheDoor(
  request: IncomingMessage,
  response: ServerResponse,
  { path, settings }: { path: string; settings: FrontSettings },
): boolean {
  const { method = "GET", headers } = request;
  const isUnnamed = headers.host === undefined && !machinePath.test(path);
  // No text of the portal holds a zero byte, and the database takes none.
  if (isUnnamed || request.url?.includes("%00")) {
    refuse(request, response, 400);
    return true;
  }
  if (settings.site && !machinePath.test(path) && !asksFor(settings.site, request, settings.trusted)) {
    refuse(request, response, 421);
    return true;
  }
  if (method === "GET" || method === "HEAD" || method === "OPTIONS") return false;
  const from = provenance({
    origin: headers.origin ?? null,
    fetchSite: headers["sec-fetch-site"]?.toString() ?? null,
    host: headers.host ?? null,
  });
  const isMail = settings.takesMail === true && mailPath.test(path);
  const isProgram = from === "unknown" && (isMail || oneClickPath.test(path));
  if (from !== "own" && !isProgram) {
    refuse(request, response, 403);
    return true;
  }
  if (uploadPath.test(path)) return false;
  return refusedForSize(request, response, isProgram && isMail ? largestMail : largestForm);
}

/** A form has a length that it tells, and comes within a time. */
function refusedForSize(request: IncomingMessage, response: ServerResponse, largest: number): boolean {
  if (request.headers["transfer-encoding"] !== undefined) {
    refuse(request, response, 411);
    return true;
  }
  if (Number(request.headers["content-length"] ?? 0) > largest) {
    refuse(request, response, 413);
    return true;
  }
  const patience = setTimeout(() => request.destroy(), slowestForm);
  request.once("end", () => clearTimeout(patience)).once("close", () => clearTimeout(patience));
  return false;
}

/** Drops what a client must not say, adds what the pages need to know. */
function dressRequest(
  request: IncomingMessage,
  { path, client, settings }: { path: string; client: string; settings: FrontSettings },
): void {
  const { headers } = request;
  const proxied = cameThroughProxy(headers);
  for (const name of Object.keys(headers)) if (internalHeader.test(name)) delete headers[name];
  for (const name of ["forwarded", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto"])
    delete headers[name];
  // Next compares the origin of an action with this host.
  if (settings.site) headers["x-forwarded-host"] = settings.site.host;
  headers["x-forwarded-proto"] = settings.isHttps ? "https" : "http";
  headers["x-forwarded-for"] = client;
  headers["x-next-intl-locale"] = /^\/en(?:\/|$)/.test(path) ? "en" : "it";
  headers[clientHeader] = client;
  if (proxied) headers[proxiedHeader] = "1";
  if (mayBePage(path)) {
    headers[addressHeader] = request.url;
    // Next finds the nonce for its scripts in the request's policy.
    const nonce = randomBytes(16).toString("base64");
    headers["content-security-policy"] = pagePolicy(`'nonce-${nonce}' 'strict-dynamic'`, settings);
  }
}

/**
 * Lets Next answer this one request. What the answer turns out to be decides its policy; what the request changed is
 * gone from this process's cache before the client hears that it is done.
 */
async function answerOnce(
  request: IncomingMessage,
  response: ServerResponse,
  { handle, pages }: { handle: Handler; pages: PageCache | undefined },
): Promise<void> {
  const scope = newScope(false);
  const purge = () => {
    if (scope.changed.size > 0) pages?.purge([...scope.changed]);
    scope.changed.clear();
  };
  const ofPage = request.headers["content-security-policy"]?.toString();
  beforeHead(response, () => {
    const isHtml = String(response.getHeader("content-type") ?? "").startsWith("text/html");
    const bare = isThread(pathOf(request)) ? threadPolicy : barePolicy;
    response.setHeader("Content-Security-Policy", (isHtml && ofPage) || bare);
    purge();
  });
  response.once("close", purge);
  await within(scope, () => answering(response, () => handle(request, response)));
}

/** Does something when the head of an answer is about to leave. */
function beforeHead(response: ServerResponse, work: () => void): void {
  const { writeHead } = response;
  response.writeHead = ((...given: Parameters<typeof writeHead>) => {
    work();
    return writeHead.apply(response, given);
  }) as typeof writeHead;
}

function logWhenDone(
  request: IncomingMessage,
  response: ServerResponse,
  { path, client }: { path: string; client: string },
): void {
  const begin = performance.now();
  const done = beginRequest(request.method ?? "GET", path);
  const id = randomUUID();
  response.setHeader("X-Request-Id", id);
  response.once("close", () => {
    done(response.statusCode);
    const line = {
      id,
      method: request.method,
      path: withoutSecrets(path),
      status: response.statusCode,
      ms: Math.round(performance.now() - begin),
      client,
      ...(response.writableFinished ? {} : { aborted: true }),
    };
    if (path.startsWith("/_next/")) log.debug(line, "request");
    else log.info(line, "request");
  });
}

import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { BlockList, isIP } from "node:net";
import { clientKey } from "@/lib/platform/client-key";

/** Set by the server in front of Next for what runs behind it; what a client sends under these names is dropped. */
export const clientHeader = "x-sperimenta-client";
export const proxiedHeader = "x-sperimenta-proxied";
/** The address asked for, so that a visitor who is sent to sign in comes back to it. */
export const addressHeader = "x-sperimenta-address";

const forwarding = [
  "forwarded",
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "via",
];

/** Whether a request passed through a proxy, trusted or not. */
export function cameThroughProxy(headers: IncomingHttpHeaders): boolean {
  return forwarding.some((name) => headers[name] !== undefined);
}

/** Addresses and networks ("10.0.0.0/8") of the proxies whose word counts. */
export function proxyList(entries: readonly string[]): BlockList {
  const list = new BlockList();
  for (const entry of entries) {
    const [address = "", prefix] = entry.split("/");
    const family = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (prefix === undefined) list.addAddress(address, family);
    else list.addSubnet(address, Number(prefix), family);
  }
  return list;
}

/**
 * The client's address: the peer's, or, when the peer is a trusted proxy, the right-most hop of X-Forwarded-For that is
 * not one. What stands further left was written by the client.
 */
export function clientAddress(
  peer: string | undefined,
  forwardedFor: string | undefined,
  trusted: BlockList,
): string {
  const hops = [...(forwardedFor ?? "").split(",").map((hop) => plain(hop)), plain(peer ?? "")].filter(
    Boolean,
  );
  let client = hops.pop() ?? "";
  while (isTrusted(client, trusted)) {
    const next = hops.pop();
    if (next === undefined || isIP(next) === 0) break;
    client = next;
  }
  return client;
}

/** Whether a request was made to the portal's own name: a trusted proxy's word of it, else the request's own. */
export function asksFor(site: URL, request: IncomingMessage, trusted: BlockList): boolean {
  const { headers, socket, url = "" } = request;
  const told = isTrusted(plain(socket.remoteAddress ?? ""), trusted)
    ? headers["x-forwarded-host"]?.toString()
    : undefined;
  const address = `${site.protocol}//${(told ?? headers.host ?? "").trim()}`;
  // A whole address in place of a path would outrank the host beside it.
  return url.startsWith("/") && URL.canParse(address) && new URL(address).origin === site.origin;
}

/** Who asks, as limits count it, and whether the request came through a proxy; for actions and route handlers. */
export function requestClient(headers: Pick<Headers, "get">): { client: string; viaProxy: boolean } {
  return {
    client: clientKey(headers.get(clientHeader) ?? "unknown"),
    viaProxy: headers.get(proxiedHeader) === "1",
  };
}

function plain(address: string): string {
  const bare = address
    .trim()
    .replace(/^\[(.*)\](?::\d+)?$/, "$1")
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
  return bare.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, "");
}

function isTrusted(address: string, trusted: BlockList): boolean {
  const version = isIP(address);
  return version !== 0 && trusted.check(address, version === 6 ? "ipv6" : "ipv4");
}

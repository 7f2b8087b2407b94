import { env } from "@/lib/platform/env";
import { ForbiddenError } from "@/lib/platform/errors";

/** What a browser says of where a request comes from. */
export type Provenance = { origin?: string | null; fetchSite?: string | null; host?: string | null };

const loopbackHost = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])(:\d{1,5})?$/;

/**
 * Whether a request that changes something comes from a page of ours: "own", "foreign", or "unknown" when the browser
 * says nothing (programs other than browsers do not).
 */
export function provenance({ origin, fetchSite, host }: Provenance): "own" | "foreign" | "unknown" {
  if (fetchSite && fetchSite !== "same-origin" && fetchSite !== "none") return "foreign";
  if (!origin) return fetchSite === "same-origin" ? "own" : "unknown";
  return ownOrigins(host).includes(origin) ? "own" : "foreign";
}

// A portal on one's own machine answers under several names; under a SITE_URL it has exactly one.
function ownOrigins(host: string | null | undefined): string[] {
  const { siteUrl, SITE_URL } = env();
  const site = new URL(siteUrl).origin;
  return !SITE_URL && host && loopbackHost.test(host) ? [site, `http://${host}`] : [site];
}

/**
 * Guards what changes something, whatever stands in front of it. A request that does not say where it comes from is
 * refused.
 * @throws ForbiddenError
 */
export function assertSameOrigin({ headers }: { headers: Pick<Headers, "get"> }): void {
  const from = provenance({
    origin: headers.get("origin"),
    fetchSite: headers.get("sec-fetch-site"),
    host: headers.get("host"),
  });
  if (from !== "own") throw new ForbiddenError("foreign origin");
}

import { randomBytes } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { addDays } from "date-fns";
import { log } from "@/lib/platform/log";
import { type SharedAddress, sharedAddress } from "@/lib/platform/page-cache/addresses";
import { pageCacheFigures } from "@/lib/platform/page-cache/figures";
import { pack } from "@/lib/platform/page-cache/pack";
import { type Handler, render } from "@/lib/platform/page-cache/render";
import { newScope, within } from "@/lib/platform/page-cache/scope";
import { send } from "@/lib/platform/page-cache/send";
import { createStore, type Made } from "@/lib/platform/page-cache/store";
import type { Tag } from "@/lib/platform/page-cache/tags";
import { dateOnly, fromDateOnly, romeDay, romeInstant } from "@/lib/platform/rome-time";
import { pagePolicy } from "@/lib/platform/server/response-headers";

export type PageCacheSettings = {
  maxBytes: number;
  isHttps: boolean;
  /** as pages see it; no page reads it */
  host: string;
  now: () => Date;
};

/** Public pages in memory, made once for everybody (docs/adr/0013). */
export type PageCache = {
  /** @returns whether it has answered; a request that is not for it is left as it was */
  answer(request: IncomingMessage, response: ServerResponse): Promise<boolean>;
  purge(changed: readonly Tag[]): void;
  /** Whether changes are heard of: while they are not, nothing is kept and nothing given twice. */
  setHearing(isHearing: boolean): void;
};

/** What time alone changes (a session begins, a call closes) shows after this time at the latest. */
const longestLife = 5 * 60_000;

/** A cache in front of what makes the pages. */
export function createPageCache(handle: Handler, settings: PageCacheSettings): PageCache {
  const store = createStore(settings.maxBytes);
  const figures = pageCacheFigures();

  const make = async (address: SharedAddress): Promise<Made | null> => {
    const lifeMs = Math.min(longestLife, untilMidnight(settings.now()));
    const nonce = randomBytes(18).toString("base64url");
    const scope = newScope(true);
    const rendered = await within(scope, () =>
      render(handle, address.url, headersFor(address, nonce, settings)),
    );
    if (!rendered) return null;
    if (rendered.headers["set-cookie"] !== undefined) {
      log.error({ url: address.url }, "a page for everybody set a cookie");
      scope.isKept = false;
    }
    const isKept = scope.isKept && rendered.status === 200 && knowsWhatItShows(address, scope.uses);
    if (address.of === "portal") scope.uses.add("portal");
    return {
      packed: await pack(rendered, { nonce, isHttps: settings.isHttps }),
      uses: scope.uses,
      isKept,
      lifeMs,
    };
  };

  return {
    async answer(request, response) {
      if (!figures.isHearing) return false;
      const address = sharedAddress(request);
      if (!address) return false;
      const kept = store.find(address.url);
      if (kept) {
        figures.hits++;
        send(request, response, { packed: kept, found: "hit" });
        return true;
      }
      const packed = await store.make(address.url, () => make(address));
      // A draft is shown to those who prepare it, at the address where a visitor finds nothing.
      const mayBeTheirs = packed?.status === 404 && request.headers.cookie !== undefined;
      if (!packed || mayBeTheirs) return false;
      figures.misses++;
      send(request, response, { packed, found: "miss" });
      return true;
    },
    purge: (changed) => store.purge(changed),
    setHearing(isHearing) {
      figures.isHearing = isHearing;
      store.purge(["everything"]);
    },
  };
}

function headersFor(
  { locale }: SharedAddress,
  nonce: string,
  { host, isHttps }: PageCacheSettings,
): Record<string, string> {
  return {
    host,
    accept: "*/*",
    "x-forwarded-host": host,
    "x-forwarded-proto": isHttps ? "https" : "http",
    "x-next-intl-locale": locale,
    "content-security-policy": pagePolicy(`'nonce-${nonce}'`, { isDev: false, isHttps }),
  };
}

// A page of a programme is purged by that programme's identifier: without it, no change would reach the page.
function knowsWhatItShows({ of, url }: SharedAddress, uses: ReadonlySet<Tag>): boolean {
  if (of !== "programme" || uses.size > 0) return true;
  log.error({ url }, "a page of a programme did not say of which");
  return false;
}

// Pages say "today", and count days.
function untilMidnight(at: Date): number {
  const tomorrow = dateOnly(addDays(fromDateOnly(romeDay(at)), 1));
  return romeInstant(tomorrow, "00:00").getTime() - at.getTime();
}

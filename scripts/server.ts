// The web server: Next behind a small front of ours (docs/adr/0010-a-small-server-in-front-of-next.md), which answers
// from memory what is public (docs/adr/0013-public-pages-from-memory.md).
import cluster from "node:cluster";
import { createServer } from "node:http";
import next from "next";
import { now } from "@/lib/platform/clock";
import { env, SettingsError } from "@/lib/platform/env";
import { sharedListener } from "@/lib/platform/live/listener";
import { log } from "@/lib/platform/log";
import { createPageCache, type PageCache } from "@/lib/platform/page-cache/page-cache";
import type { Handler } from "@/lib/platform/page-cache/render";
import { purgeChannel, readTags } from "@/lib/platform/page-cache/tags";
import { atFolder } from "@/lib/platform/server/addresses";
import { answering } from "@/lib/platform/server/answer";
import { guardAvailability } from "@/lib/platform/server/availability";
import { proxyList } from "@/lib/platform/server/client-address";
import { watchDatabase } from "@/lib/platform/server/database-watch";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";
import { endInOrder } from "@/scripts/portal/end-in-order";
import { keepProcesses } from "@/scripts/portal/web-processes";

const isDev = process.argv.includes("--dev");

try {
  if (cluster.isPrimary && !isDev && env().WEB_PROCESSES > 1) keepProcesses(env().WEB_PROCESSES);
  else await start();
} catch (error) {
  const { code, message } = error as NodeJS.ErrnoException;
  if (error instanceof SettingsError) console.error(message);
  else if (code === "EADDRINUSE") console.error(`Port ${env().PORT} of ${env().HOST} is in use.`);
  else log.fatal({ err: error }, "web server could not start");
  process.exit(1);
}

async function start(): Promise<void> {
  const { DATABASE_URL, PORT, HOST, SITE_URL, TRUSTED_PROXIES, isHttps, siteUrl } = env();
  const app = next({
    dev: isDev,
    dir: process.cwd(),
    // With an address here, the rewrites of languages would lead to themselves for ever.
    hostname: "localhost",
    port: PORT,
    // In production no connection is upgraded: what Next would attach to this server never hears of one.
    ...(isDev ? {} : { httpServer: createServer() }),
  });
  await app.prepare();
  const handle = guardAvailability(atFolder(app.getRequestHandler()), watchDatabase(DATABASE_URL ?? ""));
  const front = createFront(
    handle,
    {
      isDev,
      isHttps,
      trusted: proxyList(TRUSTED_PROXIES),
      takesMail: env().inbound !== null,
      ...(SITE_URL ? { site: new URL(SITE_URL) } : {}),
    },
    isDev
      ? undefined
      : openPageCache((request, response) => answering(response, () => handle(request, response))),
  );
  await new Promise<void>((resolve, reject) => {
    front.once("error", reject);
    front.listen(PORT, HOST, resolve);
  });
  log.info({ address: siteUrl, host: HOST, port: PORT, pid: process.pid }, "web server ready");
  endInOrder("web server", () => stopServer(front));
}

/** Public pages in memory, for as long as the database's announcements are heard. */
function openPageCache(handle: Handler): PageCache | undefined {
  const { PAGE_CACHE_BYTES, isHttps, siteUrl } = env();
  if (PAGE_CACHE_BYTES === 0) return undefined;
  const pages = createPageCache(handle, {
    maxBytes: PAGE_CACHE_BYTES,
    isHttps,
    host: new URL(siteUrl).host,
    now,
  });
  sharedListener().listen(purgeChannel, {
    heard: (announcement) => pages.purge(readTags(announcement)),
    connected: () => pages.setHearing(true),
    lost: () => pages.setHearing(false),
  });
  return pages;
}

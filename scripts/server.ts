// The web server: Next behind a small front of ours (docs/adr/0010-a-small-server-in-front-of-next.md).
import { createServer } from "node:http";
import next from "next";
import { env, SettingsError } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { guardAvailability } from "@/lib/platform/server/availability";
import { proxyList } from "@/lib/platform/server/client-address";
import { watchDatabase } from "@/lib/platform/server/database-watch";
import { createFront } from "@/lib/platform/server/front";
import { stopServer } from "@/lib/platform/server/graceful-stop";

const isDev = process.argv.includes("--dev");

process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));

try {
  await start();
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
  const watch = watchDatabase(DATABASE_URL ?? "");
  const front = createFront(guardAvailability(app.getRequestHandler(), watch), {
    isDev,
    isHttps,
    trusted: proxyList(TRUSTED_PROXIES),
    ...(SITE_URL ? { site: new URL(SITE_URL) } : {}),
  });
  await new Promise<void>((resolve, reject) => {
    front.once("error", reject);
    front.listen(PORT, HOST, resolve);
  });
  log.info({ address: siteUrl, host: HOST, port: PORT, pid: process.pid }, "web server ready");
  let isStopping = false;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.on(signal, async () => {
      if (isStopping) return;
      isStopping = true;
      log.info({ signal }, "web server stops");
      log.info({ outcome: await stopServer(front) }, "web server stopped");
      process.exit(0);
    });
  }
}

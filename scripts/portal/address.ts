import { createServer } from "node:net";
import { setTimeout as wait } from "node:timers/promises";
import type { Settings } from "@/lib/platform/env";

/** Another program listens where the portal is to listen. */
export class PortBusyError extends Error {}

export function refuseBusyPort({ PORT, HOST }: Settings): Promise<void> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", (error: NodeJS.ErrnoException) => {
      const isBusy = error.code === "EADDRINUSE";
      const advice = "Stop the program that uses it, or set PORT.";
      reject(
        isBusy ? new PortBusyError(`Port ${PORT} of ${HOST} is in use. ${advice}`, { cause: error }) : error,
      );
    });
    probe.listen(PORT, HOST, () => probe.close(() => resolve()));
  });
}

/** Waits until the portal answers, well or badly: false when it was aborted or took too long. */
export async function answersHttp({ PORT, HOST }: Settings, over: AbortSignal): Promise<boolean> {
  const host = HOST === "0.0.0.0" || HOST === "::" ? "localhost" : HOST;
  const health = `http://${host.includes(":") ? `[${host}]` : host}:${PORT}/api/health`;
  for (let attempt = 0; attempt < 1200 && !over.aborted; attempt += 1) {
    const answer = await fetch(health, { signal: AbortSignal.timeout(60_000) }).catch(() => null);
    if (answer) return true;
    await wait(100);
  }
  return false;
}

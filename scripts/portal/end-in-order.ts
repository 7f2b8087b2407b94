import { log } from "@/lib/platform/log";

/**
 * Ends this process once, in order: with 0 when it is asked to, with 1 after an error that nobody caught, for what it
 * left behind is not known; its supervisor starts it again. A rejection that nobody awaits is told and harms nothing.
 */
export function endInOrder(name: string, stop: () => Promise<string>): void {
  let isEnding = false;
  // Whoever read what we write may be gone. To tell of that would fail again, and again.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);
  const end = async (why: object, code: 0 | 1) => {
    if (isEnding) return;
    isEnding = true;
    log.info(why, `${name} stops`);
    const outcome = await stop().catch((error: unknown) => {
      log.warn({ err: error }, `${name} did not stop well`);
      return "failed";
    });
    log.info({ outcome }, `${name} stopped`);
    process.exit(code);
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => void end({ signal }, 0));
  process.on("unhandledRejection", (error) => log.error({ err: error }, "unhandled rejection"));
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "error that nobody caught");
    void end({ cause: "error" }, 1);
  });
}

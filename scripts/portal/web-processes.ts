import cluster, { type Worker } from "node:cluster";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/platform/log";
import { backOff } from "./back-off";

/** More than a web server gives its last requests, less than the supervisor gives us. */
const grace = 6_500;

/**
 * Runs the web server several times behind one port, for machines with several cores. One that ends by itself is started
 * again, after pauses that grow; when one ends before any has served, all end and the exit code tells whoever started us.
 */
export function keepProcesses(count: number, pauseAfter = backOff()): void {
  let isStopping = false;
  let hasServed = false;
  const stop = (code: number) => {
    isStopping = true;
    process.exitCode = code;
    for (const worker of workers()) worker.process.kill("SIGTERM");
    if (workers().length === 0) process.exit();
    setTimeout(() => {
      for (const worker of workers()) worker.process.kill("SIGKILL");
    }, grace);
  };
  const begins = new Map<number, number>();
  cluster.on("fork", ({ id }) => begins.set(id, performance.now()));
  cluster.on("listening", () => {
    hasServed = true;
  });
  cluster.on("exit", async ({ id, process: { pid } }, code, signal) => {
    if (isStopping) {
      if (workers().length === 0) process.exit();
      return;
    }
    const ranFor = performance.now() - (begins.get(id) ?? 0);
    begins.delete(id);
    log.error({ pid, code, signal }, "a web process ended by itself");
    if (!hasServed) return stop(1);
    await wait(pauseAfter(ranFor));
    if (!isStopping) cluster.fork();
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
  for (let started = 0; started < count; started++) cluster.fork();
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}

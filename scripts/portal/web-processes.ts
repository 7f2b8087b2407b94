import cluster, { type Worker } from "node:cluster";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/platform/log";

const withinMs = 60_000;
const tooOften = 3;
/** More than a web server gives its last requests, less than the supervisor gives us. */
const grace = 6_500;

/**
 * Runs the web server several times behind one port, for machines with several cores. One that ends by itself is started
 * again; when that happens again and again, all end and the supervisor is told by the exit code.
 */
export function keepProcesses(count: number): void {
  const ends: number[] = [];
  let isStopping = false;
  const stop = (code: number) => {
    isStopping = true;
    process.exitCode = code;
    for (const worker of workers()) worker.process.kill("SIGTERM");
    if (workers().length === 0) process.exit();
    setTimeout(() => {
      for (const worker of workers()) worker.process.kill("SIGKILL");
    }, grace);
  };
  cluster.on("exit", async (worker, code, signal) => {
    if (isStopping) {
      if (workers().length === 0) process.exit();
      return;
    }
    log.error({ pid: worker.process.pid, code, signal }, "a web process ended by itself");
    ends.push(Date.now());
    if (ends.filter((end) => end > Date.now() - withinMs).length >= tooOften) return stop(1);
    await wait(1_000);
    if (!isStopping) cluster.fork();
  });
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, () => stop(0));
  for (let started = 0; started < count; started++) cluster.fork();
}

function workers(): Worker[] {
  return Object.values(cluster.workers ?? {}).filter((worker) => worker !== undefined);
}

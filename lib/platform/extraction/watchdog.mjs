// Loaded first by the process that reads files: ends it when it takes too long or too much memory. A thread of its own,
// as a reader that is caught in a file hears no timer; and not its parent's task alone, as that may be gone.
import { writeSync } from "node:fs";
import { isMainThread, Worker, workerData } from "node:worker_threads";

if (isMainThread) {
  const [seconds, megabytes] = process.argv.slice(3, 5).map(Number);
  new Worker(new URL(import.meta.url), { workerData: { seconds, megabytes }, execArgv: [] }).unref();
} else {
  const { seconds, megabytes } = workerData;
  const end = performance.now() + seconds * 1_000;
  setInterval(() => {
    if (performance.now() > end) stop("timeout");
    if (process.memoryUsage.rss() > megabytes * 1_048_576) stop("memory");
  }, 50);
}

/** Says why, for whoever started it, and ends the process at once. */
function stop(reason) {
  writeSync(2, `\nstopped: ${reason}\n`);
  process.kill(process.pid, "SIGKILL");
}

import { setTimeout as wait } from "node:timers/promises";
import { backOff } from "./back-off";

/** Something that runs until it ends or is stopped. */
export interface Running {
  exit: Promise<unknown>;
  stop(): Promise<void>;
}

/**
 * Starts something again whenever it ends by itself, or could not be started, after pauses that grow: a portal that
 * nobody watches at night comes back as soon as what ailed it is over.
 * @param first already running
 * @returns what stops it for good
 */
export function keepRunning(
  name: string,
  first: Running,
  start: () => Running | Promise<Running>,
  pauseAfter = backOff(),
): () => Promise<void> {
  const stopping = new AbortController();
  let current: Running | null = first;
  const follow = async () => {
    while (!stopping.signal.aborted) {
      const begin = performance.now();
      await current?.exit;
      if (stopping.signal.aborted) return;
      const pause = pauseAfter(performance.now() - begin);
      console.error(`The ${name} ended by itself: starting it again in ${pause / 1000} s.`);
      await wait(pause, undefined, { signal: stopping.signal }).catch(() => undefined);
      if (stopping.signal.aborted) return;
      current = await Promise.resolve()
        .then(start)
        .catch((error: Error) => {
          console.error(`The ${name} could not be started: ${error.message}`);
          return null;
        });
    }
    await current?.stop();
  };
  const followed = follow();
  return async () => {
    stopping.abort();
    await current?.stop();
    // One that is just being started again ends too.
    await followed;
  };
}

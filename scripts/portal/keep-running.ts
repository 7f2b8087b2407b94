import { setTimeout as wait } from "node:timers/promises";

/** Something that runs until it ends or is stopped. */
export interface Running {
  exit: Promise<unknown>;
  stop(): Promise<void>;
}

const withinMs = 60_000;
const tooOften = 3;

/**
 * Starts something again when it ends by itself; three ends within a minute are a failure.
 * @param first already running
 * @param failed told once, when it is given up
 * @returns what stops it for good
 */
export function keepRunning(
  name: string,
  first: Running,
  again: { start: () => Running | Promise<Running>; failed: (error: Error) => void },
): () => Promise<void> {
  let current = first;
  let isStopping = false;
  const follow = async () => {
    const ends: number[] = [];
    for (;;) {
      await current.exit;
      if (isStopping) return;
      ends.push(Date.now());
      if (ends.filter((end) => end > Date.now() - withinMs).length >= tooOften) {
        throw new Error(`The ${name} ends again and again.`);
      }
      console.error(`The ${name} ended by itself: starting it again.`);
      await wait(1_000);
      if (isStopping) return;
      current = await again.start();
      if (isStopping) return current.stop();
    }
  };
  const followed = follow().catch(again.failed);
  return async () => {
    isStopping = true;
    await current.stop();
    // One that is just being started again ends too.
    await followed;
  };
}

import { setTimeout as wait } from "node:timers/promises";

/** One answer, or none: status 0. `at` is the moment of the question, in milliseconds of `performance.now()`. */
export type Sample = { status: number; ms: number; at: number; retryAfter: string | null };

/** Asks again and again in several lanes until it is stopped. @returns what was answered so far, and what stops it */
export function keepAsking(lanes: number, ask: (lane: number) => Promise<Response>, pause = 20) {
  const samples: Sample[] = [];
  let isOver = false;
  const running = Array.from({ length: lanes }, async (_, lane) => {
    while (!isOver) {
      samples.push(await timed(() => ask(lane)));
      await wait(pause);
    }
  });
  return {
    samples,
    async stop(): Promise<Sample[]> {
      isOver = true;
      await Promise.all(running);
      return samples;
    },
  };
}

/** Asks once and takes the time until the whole answer is there. */
export async function timed(ask: () => Promise<Response>): Promise<Sample> {
  const at = performance.now();
  try {
    const answer = await ask();
    await answer.arrayBuffer();
    const { status, headers } = answer;
    return { status, ms: performance.now() - at, at, retryAfter: headers.get("retry-after") };
  } catch {
    return { status: 0, ms: performance.now() - at, at, retryAfter: null };
  }
}

/** Every status that was heard, each once. */
export function statusesOf(samples: Sample[]): number[] {
  return [...new Set(samples.map(({ status }) => status))].sort();
}

/** The longest that somebody waited, in milliseconds. */
export function slowest(samples: Sample[]): number {
  return Math.round(Math.max(...samples.map(({ ms }) => ms)));
}

/** Lets time pass, where that is what is tested. */
export const pass = (ms: number): Promise<void> => wait(ms);

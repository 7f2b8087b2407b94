import { setTimeout as wait } from "node:timers/promises";
import type { Client, Go, Target } from "./load";
import { median } from "./report";

/** What is measured in turn; `key` names it in the results. */
export type Contender = { key: string; go: (connections: number, seconds: number) => Promise<Go> };

/** A contender that answers over HTTP; one that is made at each request is given `times` as long. */
export function answering(client: Client, key: string, target: Target, times = 1): Contender {
  return { key, go: (connections, seconds) => client.go(target, connections, seconds * times) };
}

/** Goes of every contender at one number of connections, in the order of the rounds. */
export type Goes = Map<string, Go[]>;

/**
 * Lets the contenders go in turn, round by round, so that whatever else the machine does hits all of them alike; every
 * second round runs backwards.
 */
export async function alternate(
  contenders: Contender[],
  how: { connections: number; rounds: number; seconds: number },
): Promise<Goes> {
  const goes: Goes = new Map(contenders.map(({ key }) => [key, []]));
  for (let round = 0; round < how.rounds; round += 1) {
    const order = round % 2 === 0 ? contenders : contenders.toReversed();
    for (const { key, go } of order) {
      goes.get(key)?.push(await go(how.connections, how.seconds));
      // The answers that nobody waits for any more are finished before the next one's turn.
      await wait(100);
    }
  }
  return goes;
}

/** The middle of a contender's goes. */
export function middle(goes: Goes, key: string): Go {
  const all = goes.get(key) ?? [];
  const of = (name: keyof Go) => median(all.map((go) => go[name]));
  return { perSecond: of("perSecond"), p50: of("p50"), p975: of("p975") };
}

/** How many times as many answers a second as the other gives, by the middle of the ratios of each round. */
export function ratio(goes: Goes, key: string, other: string): number {
  const theirs = goes.get(other) ?? [];
  return median((goes.get(key) ?? []).map((go, round) => go.perSecond / (theirs[round]?.perSecond ?? 0)));
}

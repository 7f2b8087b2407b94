import { afterAll, beforeAll, expect, test } from "vitest";
import { crashAgainAndAgain, type Victim } from "../support/crash-rounds";
import { type DurableData, openDurable } from "../support/durable";

const victims: Victim[] = Array.from({ length: 20 }, (_, round) => {
  if (round % 7 === 1) return "database";
  return round % 7 === 2 ? "worker" : "web";
});

let data: DurableData;

beforeAll(async () => {
  data = await openDurable();
});
afterAll(() => data.close());

test("nothing that was acknowledged is lost and nothing is half done, whatever is killed", async () => {
  const report = await crashAgainAndAgain(data, victims, { within: 90_000 });
  const { lost, doubled, broken, acknowledged, ready, rounds } = report;
  console.log(`${JSON.stringify(rounds)}: ${acknowledged} acknowledged, back after ${ready.join(", ")} ms`);
  expect({ lost, doubled, broken }).toEqual({ lost: [], doubled: [], broken: [] });
  expect(Math.min(rounds.web, rounds.worker, rounds.database)).toBeGreaterThan(0);
  expect(acknowledged).toBeGreaterThan(ready.length);
}, 300_000);

import { afterAll, describe, expect, inject, test } from "vitest";
import { parse, read } from "../architecture/source";
import { writtenOutside } from "../architecture/written-outside";
import { authorisations, transactions, versions } from "./guards/found";
import { without } from "./guards/guard";
import { listed } from "./guards/list";
import { openScratch, type Scratch } from "./guards/scratch";

// What is left of a portal whose guards are taken away one by one: each time a test turns red.
const guards = [...listed, ...versions(), ...authorisations()];
const server = inject("testServer");
const scratches = [openScratch(server), openScratch(server)];
afterAll(() => {
  for (const scratch of scratches) scratch.remove();
});

/** As many at once as there are copies. */
const free = [...scratches];
const waiting: ((scratch: Scratch) => void)[] = [];
const take = async () => free.pop() ?? new Promise<Scratch>((resolve) => waiting.push(resolve));
const giveBack = (scratch: Scratch) => {
  const next = waiting.shift();
  if (next) next(scratch);
  else free.push(scratch);
};

describe(`without one of ${guards.length} guards a test fails`, () => {
  test.concurrent.each(guards.map((guard) => [guard.name, guard] as const))(
    "%s",
    { timeout: 3_600_000 },
    async (_name, guard) => {
      const scratch = await take();
      try {
        const { isMissed, said } = await scratch.misses(guard);
        expect(isMissed, said).toBe(true);
      } finally {
        giveBack(scratch);
      }
    },
  );
});

// Said of the source alone (tests/architecture/transactions.test.ts), so that no test has to run for each.
describe("without its transaction a mutation is told by its source", () => {
  test.each(transactions().map((change) => [change.name, change] as const))("%s", (_name, change) => {
    const { file } = change;
    expect(writtenOutside(parse(file))).toEqual([]);
    expect(writtenOutside(parse(file, without(change, read(file))))).not.toEqual([]);
  });
});

import { afterAll, describe, expect, inject, test } from "vitest";
import { authorisations, transactions, versions } from "./guards/found";
import { listed } from "./guards/list";
import { openScratch, type Scratch } from "./guards/scratch";

// What is left of a portal whose guards are taken away one by one: each time a test turns red.
const guards = [...listed, ...versions(), ...transactions(), ...authorisations()];
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

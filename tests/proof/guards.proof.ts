import { afterAll, describe, expect, inject, test } from "vitest";
import { authorisations, transactions, versions } from "./guards/found";
import { listed } from "./guards/list";
import { openScratch } from "./guards/scratch";

// What is left of a portal whose guards are taken away one by one: each time a test turns red.
const guards = [...authorisations(), ...versions(), ...transactions(), ...listed];
const { url, migrationUrl } = inject("testServer");
const scratch = openScratch({ url, migrationUrl });
afterAll(() => scratch.remove());

describe(`without one of ${guards.length} guards a test fails`, () => {
  test.each(guards.map((guard) => [guard.name, guard] as const))(
    "%s",
    { timeout: 240_000 },
    async (_name, guard) => {
      const { isMissed, said } = await scratch.misses(guard);
      expect(isMissed, said).toBe(true);
    },
  );
});

import { defineConfig } from "vitest/config";
import { tally } from "./tests/support/tally";
import standard from "./vitest.config";

export default defineConfig({
  ...standard,
  test: {
    ...standard.test,
    // Long work says how far it is.
    reporters: ["verbose", tally],
    include: ["tests/proof/*.proof.ts"],
    testTimeout: 300_000,
    hookTimeout: 120_000,
  },
});

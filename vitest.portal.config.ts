import { defineConfig } from "vitest/config";
import standard from "./vitest.config";

/** Tests of the portal as it runs: the build, in processes of its own. `npm test` runs them after the build. */
export default defineConfig({
  ...standard,
  test: {
    ...standard.test,
    include: ["tests/portal/**/*.portal.ts"],
    globalSetup: ["tests/support/portal-database.ts"],
    setupFiles: ["tests/support/portal-environment.ts"],
    // Each file starts servers of its own: one at a time leaves them a core.
    maxWorkers: 1,
    // It names files of Next in a way that only bundlers resolve.
    server: { deps: { inline: ["next-intl"] } },
    testTimeout: 180_000,
    hookTimeout: 180_000,
  },
});

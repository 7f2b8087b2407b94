import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { tally } from "./tests/support/tally";

const root = fileURLToPath(new URL(".", import.meta.url));

export default defineConfig({
  resolve: {
    alias: [
      { find: /^server-only$/, replacement: `${root}tests/support/server-only.ts` },
      { find: /^@\//, replacement: root },
    ],
  },
  test: {
    reporters: ["default", tally],
    include: ["tests/**/*.test.{ts,tsx}"],
    globalSetup: ["tests/support/database.ts"],
    setupFiles: ["tests/support/environment.ts"],
    // next-intl names modules of Next without their extension.
    server: { deps: { inline: ["next-intl"] } },
    // Each file in a process of its own: the client of the file before cannot reach into the next one's database.
    pool: "forks",
    isolate: true,
    maxWorkers: 2,
    // No measure of speed: a busy machine may take long to start a process.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    sequence: { shuffle: { files: true } },
    restoreMocks: true,
  },
});

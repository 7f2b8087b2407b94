import { defineConfig } from "vitest/config";
import standard from "./vitest.config";

export default defineConfig({
  ...standard,
  test: { ...standard.test, include: ["tests/proof/*.proof.ts"], testTimeout: 300_000, hookTimeout: 120_000 },
});

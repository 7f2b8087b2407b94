import { defineConfig } from "@playwright/test";
import standard from "./playwright.config";

/**
 * Pages looked at as the demonstration has them: axe, policies, links, print. A portal of their own, so that no story
 * has changed what they show, and so that `npm test` walks both at once.
 */
export default defineConfig({
  ...standard,
  testDir: "tests/e2e/pages",
  testIgnore: [],
  outputDir: "test-results/pages",
});

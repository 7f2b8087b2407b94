import { defineConfig } from "@playwright/test";
import standard from "./playwright.config";

// The portal that is started from here takes files of more than a gigabyte.
process.env.E2E_UPLOAD_MAX_BYTES = "2000000000";

export default defineConfig({
  ...standard,
  testDir: "tests/proof",
  timeout: 180_000,
  // Recording each step doubles the time of hundreds of pages.
  use: { ...standard.use, trace: "off" },
  projects: [{ name: "proof", use: { viewport: { width: 1280, height: 800 } } }],
});

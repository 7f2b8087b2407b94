import { randomUUID } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { defineConfig } from "@playwright/test";
import { findChromium } from "./scripts/testing/chromium";
import { conferenceSettings } from "./tests/support/conference-server";

// Kept in the environment: the workers read this file again and must arrive at the same values.
process.env.E2E_PORT ??= "4173";
process.env.E2E_DATA_DIR ??= join(tmpdir(), `sperimenta-journeys-${randomUUID()}`);
// Links in mails are signed with it: journeys make some of their own.
process.env.SESSION_SECRET ??= `${randomUUID()}${randomUUID()}`;
process.env.E2E_DATABASE ??= `sperimenta_journeys_${randomUUID().slice(0, 8)}`;
// The mail server of these journeys hands on what comes back.
process.env.INBOUND_MAIL_ADDRESS ??= "risposte@ente.test";
process.env.INBOUND_MAIL_SECRET ??= randomUUID();
// Where the journey through a webconference starts its server; in the others nobody answers there.
process.env.E2E_CONFERENCE_PORT ??= "4174";
Object.assign(process.env, conferenceSettings(`localhost:${process.env.E2E_CONFERENCE_PORT}`));
const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "tests/e2e",
  testIgnore: "pages/**",
  outputDir: "test-results/stories",
  // One portal, one story after the other: they share its data.
  workers: 1,
  fullyParallel: false,
  // No measure of speed: two portals are walked at once, and the machine may be busy.
  timeout: 150_000,
  expect: { timeout: 20_000 },
  reporter: "list",
  forbidOnly: Boolean(process.env.CI),
  use: {
    baseURL: address,
    locale: "it-IT",
    timezoneId: "Europe/Rome",
    // Recording each step costs a quarter of the time, and nobody opens what a clean checkout recorded.
    trace: process.env.CI ? "off" : "retain-on-failure",
    launchOptions: {
      executablePath: findChromium(),
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    { name: "desktop", grepInvert: /@mobile/, use: { viewport: { width: 1280, height: 800 } } },
    { name: "mobile", grep: /@mobile/, use: { viewport: { width: 375, height: 812 } } },
  ],
  webServer: {
    command: "node scripts/testing/portal.mjs",
    url: `${address}/api/health`,
    timeout: 300_000,
    reuseExistingServer: false,
    stdout: process.env.E2E_VERBOSE ? "pipe" : "ignore",
    stderr: "pipe",
    gracefulShutdown: { signal: "SIGTERM", timeout: 15_000 },
  },
});

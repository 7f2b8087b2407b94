// Which Chromium runs the journeys: the machine's, else Playwright's own, else one installed here.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { chromium } from "@playwright/test";
import { installFromDebian } from "./debian";

const places = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The browser's program, undefined when none is there. */
export function findChromium(): string | undefined {
  return places.find((path) => existsSync(path)) ?? playwrightsOwn();
}

function playwrightsOwn(): string | undefined {
  const path = chromium.executablePath();
  return existsSync(path) ? path : undefined;
}

/**
 * Finds a browser or installs one.
 * @returns undefined when neither worked
 */
export function provideChromium(): string | undefined {
  return (
    findChromium() ?? (installFromDebian("chromium") || installFromPlaywright() ? findChromium() : undefined)
  );
}

function installFromPlaywright(): boolean {
  const cli = createRequire(import.meta.url).resolve("@playwright/test/cli");
  const options = { stdio: "ignore", timeout: 300_000 } as const;
  return spawnSync(process.execPath, [cli, "install", "chromium"], options).status === 0;
}

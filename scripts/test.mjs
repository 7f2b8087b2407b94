// npm test: static checks, unit and domain tests, build, the running portal, journeys. Its last line counts them all.
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

process.chdir(root);
prepareCheckout();
const { register } = await import("tsx/esm/api");
register();
const { provideChromium } = await import("./testing/chromium.ts");
const { one, readPlaywright, runCounted, together, total } = await import("./testing/tallies.mjs");

const folder = mkdtempSync(join(tmpdir(), "sperimenta-tally-"));

async function staticChecks() {
  const { check } = await import("./check.mjs");
  return { ...(await check()), skipped: [] };
}

const unitTests = () => vitest("vitest.config.ts");
const portalTests = () => vitest("vitest.portal.config.ts");

function vitest(config) {
  const file = join(folder, `${config}.json`);
  const env = { ...process.env, SPERIMENTA_TALLY: file, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" };
  const args = ["run", "--config", config];
  return runCounted("node_modules/vitest/vitest.mjs", args, { env, file, read: (counts) => counts });
}

async function build() {
  const pages = await import("./build.mjs");
  return one("Build", await pages.build());
}

async function journeys() {
  if (!provideChromium()) {
    console.error(
      "No Chromium: install it (Debian: apt-get install chromium), or run npx playwright install chromium.",
    );
    return one("Journeys: no Chromium", false);
  }
  // Each half has a portal of its own, and one of them alone would leave a core idle.
  const halves = await Promise.all(["playwright.config.ts", "playwright.pages.config.ts"].map(walk));
  return together(halves);
}

async function walk(config) {
  const file = join(folder, `${config}.json`);
  const env = {
    ...process.env,
    E2E_PORT: String(await freePort()),
    E2E_CONFERENCE_PORT: String(await freePort()),
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const args = ["test", "--config", config, "--reporter=list,json"];
  return runCounted("node_modules/@playwright/test/cli.js", args, { env, file, read: readPlaywright });
}

function freePort() {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

const sum = total();
let isBuilt = true;
const stages = {
  "Static checks": staticChecks,
  "Unit and domain tests": unitTests,
  Build: build,
  "Running portal": portalTests,
  Journeys: journeys,
};
for (const [name, run] of Object.entries(stages)) {
  if ((run === portalTests || run === journeys) && !isBuilt) continue;
  console.log(`\n── ${name} ──`);
  const began = performance.now();
  const counts = await run();
  console.log(`${name}: ${Math.round((performance.now() - began) / 1000)} s`);
  if (run === build) isBuilt = counts.failed === 0;
  sum.add(counts);
}
rmSync(folder, { recursive: true, force: true });

if (!isBuilt) console.log("\nThe running portal and its journeys were not tested: the build failed.");
process.exit(sum.tell());

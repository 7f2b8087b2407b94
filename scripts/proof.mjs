// npm run proof: what takes too long for npm test. Its last line counts like that of npm test.
//   npm run proof -- races|backup|clamd|guards|access|timing|crash|outage|overload|files|pages   only one part
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { prepareCheckout } from "./bootstrap/install.mjs";
import { root } from "./bootstrap/root.mjs";

process.chdir(root);
prepareCheckout();
const { register } = await import("tsx/esm/api");
register();
const { provideChromium } = await import("./testing/chromium.ts");
const { one, readPlaywright, runCounted, total } = await import("./testing/tallies.mjs");
const { build } = await import("./build.mjs");

const folder = mkdtempSync(join(tmpdir(), "sperimenta-proof-"));

function vitest(name) {
  const file = join(folder, `${name}.vitest.json`);
  const env = { ...process.env, SPERIMENTA_TALLY: file, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" };
  const args = ["run", "--config", "vitest.proof.config.ts", `tests/proof/${name}.proof.ts`];
  return runCounted("node_modules/vitest/vitest.mjs", args, { env, file, read: (counts) => counts });
}

const races = () => vitest("races");
const backup = () => vitest("backup");
const clamd = () => vitest("clamd");
const guards = () => vitest("guards");
const access = () =>
  longForm("access", ["access-actions", "access-routes", "access-fields", "access-hostile"]);
const timing = () => longForm("enumeration");
const crash = () => longForm("crash");
const outage = () => longForm("outage");
const overload = () => longForm("overload");
const files = () => inPortal("files", ["hostile-files", "large-file", "large-archive"]);
const pages = () => inPortal("pages", ["pages"]);

// The same tests as npm test's, with nothing left out, with more samples, for longer; they take the portal that is built above all.
function longForm(name, tests = [name]) {
  const file = join(folder, `${name}.portal.json`);
  const quiet = { SPERIMENTA_TALLY: file, VITE_CONFIG_NATIVE_IGNORE_WARNING: "true" };
  const env = { ...process.env, ...quiet, SPERIMENTA_PROOF: "1" };
  const files = tests.map((test) => `tests/portal/${test}.portal.ts`);
  const args = ["run", "--config", "vitest.portal.config.ts", ...files];
  return runCounted("node_modules/vitest/vitest.mjs", args, { env, file, read: (counts) => counts });
}

// Each part has a portal of its own, which starts with the demonstration as it is loaded and builds when sources changed.
async function inPortal(name, specs) {
  if (!provideChromium()) {
    console.error(
      "No Chromium: install it (Debian: apt-get install chromium), or run npx playwright install chromium.",
    );
    return one(`${name}: no Chromium`, false);
  }
  const file = join(folder, `${name}.json`);
  const env = {
    ...process.env,
    E2E_PORT: process.env.E2E_PORT ?? "4330",
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  };
  const args = ["test", "--config=playwright.proof.config.ts", "--reporter=list,json", ...specs];
  return runCounted("node_modules/@playwright/test/cli.js", args, { env, file, read: readPlaywright });
}

// What is measured has the machine to itself.
const measured = { races, backup, clamd, timing, crash, outage, overload, files };
// What is only looked at: rows of parts, one beside the other.
const looked = [{ guards }, { access, pages }];

const parts = Object.assign({}, measured, ...looked);
const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !Object.hasOwn(parts, name));
if (unknown.length > 0) {
  console.error(`${unknown.join(", ")}: there are ${Object.keys(parts).join(", ")}`);
  process.exit(1);
}

const sum = total();
sum.add(one("Build", await build()));
await inTurn(measured);
await Promise.all(looked.map(inTurn));
rmSync(folder, { recursive: true, force: true });

async function inTurn(row) {
  for (const [name, run] of Object.entries(row)) {
    if (asked.length > 0 && !asked.includes(name)) continue;
    console.log(`\n── ${name} ──`);
    const started = performance.now();
    const counts = await run();
    console.log(
      `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped.length} skipped in ` +
        `${Math.round((performance.now() - started) / 1000)} s`,
    );
    sum.add(counts);
  }
}

process.exit(sum.tell());

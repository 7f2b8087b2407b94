// Static checks, one line each: format and lint, types, directions of dependencies, dead code.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const bin = (path) => join(root, "node_modules", path);

/** Runs a Node program of node_modules and gathers what it says. */
function run(program, args) {
  return new Promise((done) => {
    const child = spawn(process.execPath, [bin(program), ...args], {
      cwd: root,
      env: { ...process.env, NO_COLOR: "1" },
    });
    let output = "";
    let errors = "";
    child.stdout.on("data", (chunk) => (output += chunk));
    child.stderr.on("data", (chunk) => (errors += chunk));
    child.on("error", (error) => done({ ok: false, output, errors: String(error) }));
    child.on("close", (code) => done({ ok: code === 0, output, errors }));
  });
}

const generated = "lib/platform/db/generated";

/** Our own modules, as the cruiser names them. */
function modulesOnDisk() {
  return ["app", "components", "lib"].flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) =>
        join(entry.parentPath, entry.name)
          .slice(root.length + 1)
          .replaceAll("\\", "/"),
      )
      .filter((file) => !file.startsWith(generated)),
  );
}

async function cruise() {
  const roots = ["app", "components", "lib", "scripts", "prisma", "tests", "instrumentation.ts"];
  const args = ["--config", ".dependency-cruiser.cjs", "--output-type", "json"];
  const { ok, output, errors } = await run("dependency-cruiser/bin/dependency-cruise.mjs", [
    ...args,
    ...roots.filter((path) => existsSync(join(root, path))),
  ]);
  if (!ok || output === "") return { ok: false, text: errors || output };
  const { modules, summary } = JSON.parse(output);
  const read = new Set(modules.map((one) => one.source));
  // With a TypeScript that it does not know the cruiser reads nothing and reports success.
  const unread = modulesOnDisk().filter((file) => !read.has(file));
  const lines = [
    ...summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
    ...unread.map((file) => `not read: ${file}`),
  ];
  return { ok: lines.length === 0 && read.size > 0, text: lines.join("\n"), note: `${read.size} modules` };
}

const tool = (program, args) => async () => {
  const { ok, output, errors } = await run(program, args);
  return { ok, text: [output, ok ? "" : errors].join("\n").trim() };
};

const checks = {
  "format and lint": tool("@biomejs/biome/bin/biome", [
    "ci",
    "--error-on-warnings",
    "--max-diagnostics=50",
    ".",
  ]),
  dependencies: cruise,
  "dead code": tool("knip/bin/knip.js", ["--no-progress", "--no-config-hints"]),
  types: tool("typescript/bin/tsc", ["--noEmit", "--pretty", "false"]),
};

/** The compiler takes as long as the rest together: two lanes fill two cores. */
const lanes = [["types"], ["format and lint", "dependencies", "dead code"]];

/**
 * Runs all static checks and prints one line each, with what a failed one says above its line.
 * @returns how many passed and failed, and the names of those that failed
 */
export async function check({ print = console.log } = {}) {
  await prepare();
  const results = await Promise.all(
    lanes.map(async (lane) => {
      const done = [];
      for (const name of lane) {
        const start = performance.now();
        const { ok, text, note } = await checks[name]();
        if (!ok) print(text);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        print(`${ok ? "ok    " : "FAILED"} ${name}${note ? ` (${note})` : ""}, ${seconds} s`);
        done.push({ name, ok });
      }
      return done;
    }),
  );
  const failures = results.flat().filter(({ ok }) => !ok);
  const passed = results.flat().length - failures.length;
  return { passed, failed: failures.length, failures: failures.map(({ name }) => name) };
}

/** Types of the database client and of the routes are generated, not kept: a fresh clone makes them first. */
async function prepare() {
  if (!existsSync(join(root, generated, "client.ts"))) await must("prisma/build/index.js", ["generate"]);
  if (!existsSync(join(root, "next-env.d.ts"))) await must("next/dist/bin/next", ["typegen"]);
}

async function must(program, args) {
  const { ok, output, errors } = await run(program, args);
  if (!ok) throw new Error(`${program} ${args.join(" ")} failed\n${output}${errors}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { failed } = await check();
  process.exitCode = failed > 0 ? 1 : 0;
}

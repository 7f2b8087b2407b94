import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Guard, without } from "./guard";

const copied = ["app", "components", "lib", "prisma", "scripts", "tests", "public", "docs", "deploy"];
const single = ["package.json", "package-lock.json", "tsconfig.json", "vitest.config.ts", "next.config.ts"];

type Server = { url: string; migrationUrl: string; template: string };

/** A copy of the sources in which guards are taken away one at a time. */
export type Scratch = {
  /** runs the guard's tests without it; @returns whether they failed, and their last words */
  misses(guard: Guard): Promise<{ isMissed: boolean; said: string }>;
  remove(): void;
};

export function openScratch(server: Server): Scratch {
  const root = mkdtempSync(join(tmpdir(), "sperimenta-guards-"));
  mkdirSync(root, { recursive: true });
  for (const path of [...copied, ...single]) cpSync(path, join(root, path), { recursive: true });
  symlinkSync(join(process.cwd(), "node_modules"), join(root, "node_modules"));
  return {
    async misses(guard) {
      const file = join(root, guard.file);
      const content = readFileSync(file, "utf8");
      writeFileSync(file, without(guard, content));
      try {
        const env = environment(server, guard);
        const first = guard.first ? await test(root, [guard.first], env) : null;
        return first?.isMissed ? first : await test(root, guard.tests, env);
      } finally {
        writeFileSync(file, content);
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

/** Most guards leave the database as it is: the one that is migrated already serves their tests too. */
function environment({ url, migrationUrl, template }: Server, { file }: Guard): NodeJS.ProcessEnv {
  const isOfDatabase = /^(?:prisma|lib\/platform\/database)\//.test(file);
  return {
    ...withoutVitest(),
    DATABASE_URL: url,
    DATABASE_MIGRATION_URL: migrationUrl,
    NO_COLOR: "1",
    ...(!isOfDatabase && { TEST_TEMPLATE: template }),
  };
}

async function test(root: string, tests: string[], env: NodeJS.ProcessEnv) {
  const args = ["node_modules/vitest/vitest.mjs", "run", "--bail=1", ...tests];
  const child = spawn(process.execPath, args, { cwd: root, env });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said += chunk;
    });
  }
  const code = await new Promise<number | null>((resolve) => child.once("close", resolve));
  // A run that finds no test, or cannot begin, also ends with an error, and a busy machine has tests time out: only a
  // test that failed for what it saw counts. Tests whose preparation took too long are left out, not failed.
  const hasFailed = code !== 0 && /^\s+Tests\s.*\bfailed\b/m.test(said);
  return { isMissed: hasFailed && !/Test timed out in/.test(said), said: said.slice(-2_000) };
}

// The tests inside are a run of their own.
function withoutVitest(): NodeJS.ProcessEnv {
  const inherited = { ...process.env };
  for (const name of Object.keys(inherited)) {
    if (/^VITEST|^SPERIMENTA_|^NODE_OPTIONS$/.test(name)) delete inherited[name];
  }
  return inherited;
}

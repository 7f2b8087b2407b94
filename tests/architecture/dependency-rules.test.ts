import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sourceFiles } from "@/tests/architecture/source";

type Report = {
  modules: { source: string }[];
  summary: { violations: { from: string; to: string; rule: { name: string }; cycle?: { name: string }[] }[] };
};

const root = resolve(import.meta.dirname, "../..");
const config = join(root, ".dependency-cruiser.cjs");
const cruiser = join(root, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");

/** What is allowed: each file with what it imports; a leading "type " makes it a type-only import. */
const clean: Record<string, string[]> = {
  "app/[locale]/(public)/programmes/page.tsx": [
    "@/components/programmes/programme-card",
    "@/lib/programmes/queries",
    "@/lib/programmes/policy",
    "@/lib/programmes/actions",
    "@/lib/calendar/queries",
    "next/navigation",
  ],
  "app/api/upload/route.ts": ["@/lib/documents/mutations"],
  "components/ui/button.tsx": ["@/lib/platform/i18n/navigation", "react"],
  "components/form/field.tsx": ["@/components/ui/button"],
  "components/programmes/programme-card.tsx": [
    "@/components/ui/button",
    "type @/lib/programmes/queries",
    "@/lib/platform/db/generated/enums",
  ],
  "lib/platform/db.ts": ["@/lib/platform/db/generated/client"],
  "lib/platform/db/generated/client.ts": [],
  "lib/platform/db/generated/enums.ts": [],
  "lib/platform/clock.ts": [],
  "lib/platform/action.ts": ["next/navigation", "@/lib/platform/clock"],
  "lib/platform/i18n/navigation.ts": [],
  "lib/links/commands.ts": ["@/lib/platform/db"],
  "lib/people/queries.ts": ["@/lib/platform/db"],
  "lib/people/roles/queries.ts": ["@/lib/platform/db", "@/lib/people/queries"],
  "lib/people/network-name.ts": [],
  "lib/programmes/schema.ts": ["zod"],
  "lib/programmes/policy.ts": ["type @/lib/platform/db"],
  "lib/programmes/lifecycle.ts": [],
  "lib/programmes/queries.ts": ["@/lib/platform/db", "@/lib/people/queries", "@/lib/programmes/policy"],
  "lib/programmes/commands.ts": ["@/lib/platform/db", "@/lib/links/commands"],
  "lib/programmes/mutations.ts": ["@/lib/platform/db", "@/lib/programmes/commands"],
  "lib/programmes/actions.ts": ["@/lib/programmes/mutations", "@/lib/platform/action"],
  "lib/documents/mutations.ts": [
    "@/lib/platform/db",
    "@/lib/programmes/commands",
    "type @/lib/people/network-name",
  ],
  "lib/documents/deliverables/mutations.ts": ["@/lib/platform/db", "@/lib/documents/policy"],
  "lib/documents/deliverables/policy.ts": [],
  "lib/documents/policy.ts": ["@/lib/documents/deliverables/policy"],
  "lib/documents/jobs.ts": ["@/lib/platform/db", "@/lib/platform/clock"],
  "lib/documents/document.ts": ["@/lib/platform/db"],
  "lib/sessions/providers/jitsi.ts": ["@/lib/platform/db"],
  "lib/sessions/mail.tsx": ["@/lib/platform/db"],
  "lib/forum/queries.ts": ["@/lib/platform/db"],
  "lib/forum/commands.ts": ["@/lib/platform/db"],
  "lib/job-centre/model/queries.ts": ["@/lib/platform/db", "@/lib/people/queries"],
  "lib/job-centre/desk/queries.ts": ["@/lib/platform/db", "@/lib/job-centre/model/queries"],
  "lib/calendar/queries.ts": ["@/lib/sessions/vevent", "@/lib/documents/policy", "@/lib/platform/db"],
  "lib/sessions/vevent.ts": [],
  "scripts/worker.ts": ["@/lib/documents/jobs", "@/prisma/seed/main"],
  "prisma/seed/main.ts": ["@/lib/programmes/mutations"],
  "tests/lib/programmes/mutations.test.ts": ["@/lib/programmes/mutations", "@/scripts/worker", "vitest"],
};

/** What each rule must refuse: [rule, file, import]. Each file is new, so that one plant hides no other. */
const plants: [rule: string, file: string, imports: string[]][] = [
  ["no-cycles", "lib/programmes/one.ts", ["@/lib/programmes/two"]],
  ["no-cycles", "lib/programmes/two.ts", ["@/lib/programmes/one"]],
  ["lib-is-below-ui", "lib/programmes/shown/mail.tsx", ["@/components/programmes/programme-card"]],
  ["lib-is-below-ui", "lib/platform/i18n/page-of.ts", ["@/app/api/upload/route"]],
  ["components-are-below-app", "components/programmes/list.tsx", ["@/app/api/upload/route"]],
  ["platform-knows-no-feature", "lib/platform/jobs/all.ts", ["@/lib/documents/jobs"]],
  ["platform-knows-no-feature", "lib/platform/gate.ts", ["type @/lib/people/queries"]],
  ["known-features-only", "lib/reports/schema.ts", ["zod"]],
  ["known-features-only", "lib/loose.ts", ["zod"]],
  ["links-know-no-feature", "lib/links/queries.ts", ["@/lib/forum/queries"]],
  ["feature-order", "lib/people/staff/queries.ts", ["@/lib/programmes/queries"]],
  ["feature-order", "lib/forum/posts/commands.ts", ["type @/lib/sessions/vevent"]],
  ["feature-order", "lib/job-centre/cases/queries.ts", ["@/lib/smart-working/queries"]],
  ["nothing-depends-on-composers", "lib/sessions/feed/queries.ts", ["@/lib/calendar/queries"]],
  ["nothing-depends-on-composers", "lib/today/queries.ts", ["@/lib/calendar/queries"]],
  ["composers-only-read", "lib/search/queries.ts", ["@/lib/forum/commands"]],
  ["foreign-feature-public-files-only", "lib/documents/owed/commands.ts", ["@/lib/programmes/lifecycle"]],
  ["foreign-feature-public-files-only", "lib/documents/owed/mutations.ts", ["@/lib/programmes/mutations"]],
  ["foreign-feature-public-files-only", "lib/job-centre/desk/commands.ts", ["@/lib/job-centre/model/steps"]],
  ["ui-kit-knows-no-feature", "components/ui/chip.tsx", ["@/lib/programmes/lifecycle"]],
  ["ui-kit-knows-no-feature", "components/ui/table.tsx", ["@/components/form/field"]],
  ["form-kit-knows-no-feature", "components/form/summary.tsx", ["@/lib/programmes/schema"]],
  ["db-only-where-data-is-read-or-written", "lib/forum/actions.ts", ["@/lib/platform/db"]],
  [
    "db-only-where-data-is-read-or-written",
    "lib/forum/threads/scoring.ts",
    ["@/lib/platform/db/generated/client"],
  ],
  ["db-only-where-data-is-read-or-written", "instrumentation.ts", ["@/lib/platform/db"]],
  ["ui-never-sees-the-database", "app/api/health/route.ts", ["type @/lib/platform/db"]],
  ["ui-never-sees-the-database", "components/forum/post.tsx", ["type @/lib/platform/db/generated/client"]],
  ["components-never-read-data", "components/forum/thread.tsx", ["@/lib/forum/queries"]],
  [
    "components-never-read-data",
    "components/documents/upload.tsx",
    ["@/lib/documents/deliverables/mutations"],
  ],
  ["pages-write-through-actions", "app/[locale]/area/page.tsx", ["@/lib/programmes/mutations"]],
  ["lib-calls-no-action", "lib/programmes/steps/mutations.ts", ["@/lib/programmes/actions"]],
  ["pure-files-stay-pure", "lib/forum/posts/policy.ts", ["@/lib/forum/queries"]],
  ["pure-files-stay-pure", "lib/forum/posts/schema.ts", ["node:fs"]],
  ["pure-files-stay-pure", "lib/forum/posts/quoting.ts", ["react"]],
  ["pure-files-stay-pure", "lib/forum/posts/ageing.ts", ["@/lib/platform/clock"]],
  ["core-is-free-of-requests-and-clock", "lib/forum/posts/queries.ts", ["next/headers"]],
  ["core-is-free-of-requests-and-clock", "lib/forum/posts/mutations.ts", ["@/lib/platform/clock"]],
  ["nobody-imports-scripts-seed-tests", "lib/platform/lists/start.ts", ["@/scripts/worker"]],
  ["nobody-imports-scripts-seed-tests", "app/demo/route.ts", ["@/prisma/seed/main"]],
  ["production-needs-no-dev-dependency", "components/ui/tested.tsx", ["vitest"]],
  ["imports-resolve", "lib/forum/posts/jobs.ts", ["@/lib/forum/nowhere"]],
];

/** No cycle of modules, but two features that know each other. Its report also names features between, so it stands alone. */
const featureCycle: Record<string, string[]> = {
  "lib/job-centre/pool/policy.ts": ["@/lib/job-centre/agenda/policy"],
  "lib/job-centre/agenda/policy.ts": [],
  "lib/job-centre/agenda/schema.ts": ["@/lib/job-centre/pool/schema"],
  "lib/job-centre/pool/schema.ts": [],
};

/** Modules that the plants import and the clean tree lacks. */
const planted: Record<string, string[]> = {
  "lib/job-centre/model/steps.ts": [],
  "lib/smart-working/queries.ts": [],
};

/** Stands in for node_modules; the cruiser reads their names, never their content. */
const packages = { next: ["navigation", "headers"], react: ["index"], zod: ["index"], vitest: ["index"] };

const trees: string[] = [];

function plant(files: Record<string, string[]>): string {
  const tree = mkdtempSync(join(tmpdir(), "dependency-rules-"));
  trees.push(tree);
  copyFileSync(join(root, "tsconfig.json"), join(tree, "tsconfig.json"));
  const [dev, prod] = [{ vitest: "1.0.0" }, { next: "1.0.0", react: "1.0.0", zod: "1.0.0" }];
  write(tree, "package.json", JSON.stringify({ type: "module", dependencies: prod, devDependencies: dev }));
  for (const [name, entries] of Object.entries(packages)) {
    write(
      tree,
      `node_modules/${name}/package.json`,
      JSON.stringify({ name, version: "1.0.0", main: "index.js" }),
    );
    for (const entry of ["index", ...entries])
      write(tree, `node_modules/${name}/${entry}.js`, "export const thing = 1;");
  }
  for (const [file, imports] of Object.entries(files)) {
    const lines = imports.map((name, index) =>
      name.startsWith("type ")
        ? `import type { thing as thing${index} } from "${name.slice(5)}";`
        : `import { thing as thing${index} } from "${name}";`,
    );
    write(
      tree,
      file,
      `${lines.join("\n")}\nexport const thing = [${imports.map((_, index) => `typeof thing${index}`)}];`,
    );
  }
  return tree;
}

function write(tree: string, file: string, content: string): void {
  mkdirSync(dirname(join(tree, file)), { recursive: true });
  writeFileSync(join(tree, file), content);
}

function cruise(tree: string, roots: string[]): Report {
  const args = [cruiser, "--config", config, "--output-type", "json", ...roots];
  // The reporter "json" exits with zero whatever it found.
  return JSON.parse(
    execFileSync(process.execPath, args, { cwd: tree, encoding: "utf8", maxBuffer: 2 ** 28 }),
  );
}

const seen = (report: Report) =>
  report.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();

afterAll(() => {
  for (const tree of trees) rmSync(tree, { recursive: true, force: true });
});

describe("the dependency rules", () => {
  const roots = ["app", "components", "lib", "scripts", "prisma", "tests"];
  let report: Report;

  beforeAll(() => {
    const additions = Object.fromEntries(plants.map(([, file, imports]) => [file, imports]));
    report = cruise(plant({ ...clean, ...planted, ...additions }), [...roots, "instrumentation.ts"]);
  }, 60_000);

  test("let pass what the house style allows", () => {
    const allowed = cruise(plant(clean), roots);
    expect(seen(allowed)).toEqual([]);
    expect(allowed.modules.map((one) => one.source)).toEqual(expect.arrayContaining(Object.keys(clean)));
  }, 60_000);

  test.each(plants)("%s refuses %s importing %j", (rule, file) => {
    const found = report.summary.violations.filter((one) => one.rule.name === rule);
    // A cycle is reported once, from one of its modules.
    const named = found.flatMap((one) => [one.from, ...(one.cycle ?? []).map(({ name }) => name)]);
    expect(named).toContain(file);
  });

  test("no-feature-cycles refuses two features that know each other", () => {
    const { violations } = cruise(plant({ ...clean, ...featureCycle }), roots).summary;
    const pairs = violations.map(({ rule, from, to }) => [rule.name, from, to]);
    expect(pairs.sort()).toEqual([
      ["no-feature-cycles", "lib/job-centre/agenda", "lib/job-centre/pool"],
      ["no-feature-cycles", "lib/job-centre/pool", "lib/job-centre/agenda"],
    ]);
  }, 60_000);

  test("each has a plant", () => {
    const rules: { name: string }[] = createRequire(import.meta.url)(config).forbidden;
    const proved = new Set([...plants.map(([rule]) => rule), "no-feature-cycles"]);
    expect([...proved].sort()).toEqual([...new Set(rules.map((one) => one.name))].sort());
  });

  test("report nothing where nothing was planted", () => {
    const files = new Set(plants.map(([, file]) => file));
    const elsewhere = report.summary.violations.filter(
      ({ rule, from }) => rule.name !== "no-feature-cycles" && !files.has(from),
    );
    expect(elsewhere).toEqual([]);
  });

  test("hold in this repository, and every source file was read", () => {
    const report = cruise(root, ["app", "components", "lib", "scripts", "prisma", "tests"]);
    expect(seen(report)).toEqual([]);
    const read = new Set(report.modules.map((one) => one.source));
    expect(sourceFiles("app", "components", "lib").filter((file) => !read.has(file))).toEqual([]);
    expect(read.size).toBeGreaterThan(50);
  }, 120_000);
});

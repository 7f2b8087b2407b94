// What a run of tests came to: { passed, failed, skipped: [{ name, reason }] }.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/**
 * Runs one of node_modules' programs and reads the counts that it leaves in a file.
 * A program that fails without a failed test, or leaves no counts, is itself a failure.
 */
export async function runCounted(program, args, { env, file, read }) {
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [program, ...args], { env, stdio: "inherit" });
    child.once("error", () => resolve(1));
    child.once("exit", (status) => resolve(status ?? 1));
  });
  const counts = existsSync(file)
    ? read(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 0, skipped: [] };
  if (code !== 0 && counts.failed === 0) counts.failed = 1;
  return counts;
}

/** Counts from Playwright's JSON. */
export function readPlaywright({ suites, errors }) {
  const counts = { passed: 0, failed: errors.length, skipped: [] };
  for (const { spec, path } of suites.flatMap((suite) => specsOf(suite, []))) {
    for (const { status, annotations, projectName } of spec.tests) {
      const reason = annotations.find(({ type }) => type === "skip" || type === "fixme")?.description;
      const name = `${[projectName, ...path, spec.title].join(" > ")}`;
      if (status === "expected") counts.passed += 1;
      else if (status === "skipped") counts.skipped.push({ name, reason: reason ?? "no reason given" });
      else counts.failed += 1;
    }
  }
  return counts;
}

function specsOf(suite, above) {
  const path = [...above, suite.title];
  return [
    ...(suite.specs ?? []).map((spec) => ({ spec, path })),
    ...(suite.suites ?? []).flatMap((inner) => specsOf(inner, path)),
  ];
}

export function add(left, right) {
  return {
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: [...left.skipped, ...right.skipped],
  };
}

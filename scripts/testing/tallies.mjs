// What a run of tests came to: { passed, failed, skipped: [{ name, reason }], failures: [name] }.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

const nothing = { passed: 0, failed: 0, skipped: [], failures: [] };

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
  const counts = existsSync(file) ? read(JSON.parse(readFileSync(file, "utf8"))) : { ...nothing };
  if (code !== 0 && counts.failed === 0) {
    return { ...counts, failed: 1, failures: [`${program} ended with ${code} and no failed test`] };
  }
  return counts;
}

/** Counts from Playwright's JSON. */
export function readPlaywright({ suites, errors }) {
  const failures = errors.map(({ message }) => message ?? "an error outside the tests");
  const counts = { passed: 0, failed: errors.length, skipped: [], failures };
  for (const { spec, path } of suites.flatMap((suite) => specsOf(suite, []))) {
    for (const { status, annotations, projectName } of spec.tests) {
      const reason = annotations.find(({ type }) => type === "skip" || type === "fixme")?.description;
      const name = `${[projectName, ...path, spec.title].join(" > ")}`;
      if (status === "expected") counts.passed += 1;
      else if (status === "skipped") counts.skipped.push({ name, reason: reason ?? "no reason given" });
      else {
        counts.failed += 1;
        counts.failures.push(name);
      }
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

/** One thing that is right or not, by its name. */
export const one = (name, isPassed) =>
  isPassed ? { ...nothing, passed: 1 } : { ...nothing, failed: 1, failures: [name] };

/** The counts of several runs as one. */
export const together = (runs) =>
  runs.reduce((sum, counts) => ({
    passed: sum.passed + counts.passed,
    failed: sum.failed + counts.failed,
    skipped: [...sum.skipped, ...counts.skipped],
    failures: [...sum.failures, ...counts.failures],
  }));

/** Stages in a row. What failed and what was left out is told at the end, with the line of counts. */
export function total() {
  let sum = { ...nothing };
  return {
    add(counts) {
      sum = together([sum, counts]);
    },
    /** Prints them and gives the exit code. */
    tell() {
      if (sum.skipped.length > 0) console.log("\nSkipped:");
      for (const { name, reason } of sum.skipped) console.log(`  ${name}: ${reason}`);
      if (sum.failures.length > 0) console.log("\nFailed:");
      for (const name of sum.failures) console.log(`  ${name}`);
      console.log(`\n${sum.passed} passed, ${sum.failed} failed, ${sum.skipped.length} skipped`);
      return sum.failed > 0 ? 1 : 0;
    },
  };
}

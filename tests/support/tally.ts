import { writeFileSync } from "node:fs";
import type { Reporter, TestModule } from "vitest/node";

/** Counts and failures for `npm test`, written to the file that SPERIMENTA_TALLY names: Vitest's own do not keep why one was skipped. */
export const tally: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const file = process.env.SPERIMENTA_TALLY;
    if (!file) return;
    const counts = {
      passed: 0,
      failed: 0,
      skipped: [] as { name: string; reason: string }[],
      failures: [] as string[],
    };
    const fail = (name: string) => {
      counts.failed += 1;
      counts.failures.push(name);
    };
    for (const module of modules) {
      if (module.state() === "failed" && module.errors().length > 0) fail(module.relativeModuleId);
      for (const test of module.children.allTests()) {
        const result = test.result();
        if (result.state === "passed") counts.passed += 1;
        else if (result.state === "failed") fail(`${module.relativeModuleId} > ${test.fullName}`);
        else counts.skipped.push({ name: test.fullName, reason: noteOf(result) });
      }
    }
    writeFileSync(file, JSON.stringify(counts));
  },
};

function noteOf(result: { state: string; note?: string | undefined }): string {
  return result.note ?? (result.state === "pending" ? "did not run" : "no reason given");
}

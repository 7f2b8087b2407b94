import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import ts from "typescript";
import { describe, expect, test } from "vitest";
import { exportedValues, nodes, parametersOf, parse, root, sourceFiles } from "@/tests/architecture/source";

/** Mutations that anybody may call with any input, so that nobody can be denied; each with its reason. */
const deniesNobody: Record<string, string> = {
  "lib/people/passwords/mutations.ts requestPasswordReset": "asks nothing of whoever forgot a password",
  "lib/people/sign-in/mutations.ts signIn": "is how a visitor becomes somebody",
};

const tests = sourceFiles("tests");

/** Where the tests of a folder of lib lie: tests/lib/<feature>, for the platform also tests/platform. */
const testFolders = (folder: string) => [
  `tests/${folder}`,
  `tests/${folder.replace(/^lib\/(?=platform)/, "")}`,
];

/** Names given to `denied("…", …)` in the tests of a folder of lib. */
function deniedIn(folder: string): Set<string> {
  const names = tests
    .filter((file) => testFolders(folder).some((tested) => file.startsWith(`${tested}/`)))
    .flatMap((file) => nodes(parse(file), ts.isCallExpression))
    .filter((call) => call.expression.getText() === "denied")
    .flatMap(({ arguments: [name] }) => (name && ts.isStringLiteral(name) ? [name.text] : []));
  return new Set(names);
}

describe("each power has its test", () => {
  test("every policy.ts has tests/lib/<same place>/policy.test.ts", () => {
    const policies = sourceFiles("lib").filter((file) => file.endsWith("/policy.ts"));
    const untested = policies.filter(
      (file) => !existsSync(join(root, "tests", file.replace(/\.ts$/, ".test.ts"))),
    );
    expect(untested).toEqual([]);
  });

  test('every mutation has a denied("name", …) in tests/lib/<same folder>', () => {
    const files = sourceFiles("lib").filter((file) => file.endsWith("/mutations.ts"));
    const untested = files.flatMap((file) => {
      const denied = deniedIn(dirname(file));
      return exportedValues(parse(file))
        .filter((one) => parametersOf(one) && !denied.has(one.name))
        .map((one) => `${file} ${one.name}`)
        .filter((name) => !(name in deniesNobody));
    });
    expect(untested).toEqual([]);
  });
});

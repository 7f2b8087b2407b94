import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import type { Change, Guard } from "./guard";

const files = readdirSync("lib", { recursive: true, encoding: "utf8" })
  .map((path) => `lib/${path.replaceAll("\\", "/")}`)
  .filter((path) => path.endsWith("/mutations.ts"))
  .sort();

/** Every check of a permission in a mutation: done, but without effect. */
export function authorisations(): Guard[] {
  return tested(occurrences("authorise(", "void (", (line) => `permission: ${line.trim()}`));
}

/** Every condition that an edit still finds the version that was shown: left out, as Prisma takes what is undefined. */
export function versions(): Guard[] {
  const text = "version: input.version";
  return tested(occurrences(text, "version: undefined", (line) => `version: ${line.trim()}`));
}

/** Every transaction of a mutation: the same steps, each by itself. */
export function transactions(): Change[] {
  const bare = `(async (work: (tx: never) => Promise<never>) =>
    work((await import("@/lib/platform/db")).db as never))(`;
  return occurrences("inTransaction(", bare, (line) => `transaction: ${line.trim()}`);
}

const tested = (changes: Change[]): Guard[] =>
  changes.map((change) => {
    const first = `tests/${change.file.replace(/\.ts$/, ".test.ts")}`;
    return { ...change, tests: testsOf(change.file), ...(existsSync(first) && { first }) };
  });

function occurrences(text: string, by: string, name: (line: string) => string): Change[] {
  return files.flatMap((file) => {
    const parts = readFileSync(file, "utf8").split(text);
    return parts.slice(0, -1).map((before, at) => {
      const begin = before.slice(before.lastIndexOf("\n") + 1);
      const rest = parts[at + 1]?.split("\n")[0] ?? "";
      return { name: `${file}, ${name(begin + text + rest)}`, file, text, at, by };
    });
  });
}

/** The tests of a file lie below tests/ in the same place, or one folder up. */
function testsOf(file: string): string[] {
  let folder = dirname(file);
  while (folder !== "lib") {
    const places = [`tests/${folder}`, `tests/${folder.replace(/^lib\//, "")}`];
    const found = places.filter((place) => existsSync(place));
    if (found.length > 0) return found;
    folder = dirname(folder);
  }
  throw new Error(`${file} has no tests`);
}

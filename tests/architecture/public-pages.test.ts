import { describe, expect, test } from "vitest";
import { publicPages } from "@/lib/platform/page-cache/addresses";
import { read, sourceFiles } from "@/tests/architecture/source";

const folder = "app/[locale]/(public)";
const files = sourceFiles(folder).filter((file) => file.endsWith("/page.tsx"));
// What leads nowhere is answered, and not a page.
const nowhere = "/[...rest]";
const pageOf = (file: string) => file.slice(folder.length, -"/page.tsx".length) || "/";

describe("public pages", () => {
  test("are those of which is said how they are made", () => {
    expect(
      files
        .map(pageOf)
        .filter((page) => page !== nowhere)
        .sort(),
    ).toEqual(Object.keys(publicPages).sort());
  });

  test("that are kept name the parameters that they read, and only those that read some", () => {
    const kept = files.filter((file) => publicPages[pageOf(file) as keyof typeof publicPages]);
    const reads = kept.filter((file) => /\bsearchParams\b/.test(read(file))).map(pageOf);
    const declared = Object.entries(publicPages).flatMap(([page, kept]) => (kept?.parameters ? [page] : []));
    expect(reads.sort()).toEqual(declared.sort());
  });

  test("that are kept read neither cookies nor headers", () => {
    const kept = files.filter((file) => publicPages[pageOf(file) as keyof typeof publicPages]);
    expect(kept.filter((file) => /next\/headers|currentActor|requireActor/.test(read(file)))).toEqual([]);
  });
});

import { expect, test } from "vitest";
import { read, sourceFiles } from "@/tests/architecture/source";

/**
 * Everything that is sent to the browser to run there, with the most lines it may have and what it cannot do without
 * JavaScript. A new one has to earn its line here.
 */
const clientFiles: Record<string, number> = {};

test("what runs in the browser is listed and small", () => {
  const files = sourceFiles("app", "components", "lib").filter((file) => /^"use client";$/m.test(read(file)));
  expect(files).toEqual(Object.keys(clientFiles).sort());
  const large = files.filter((file) => read(file).split("\n").length > (clientFiles[file] ?? 0));
  expect(large).toEqual([]);
});

import ts from "typescript";
import { expect, test } from "vitest";
import { nodes, parse, place, sourceFiles } from "./source";
import { mentionsOfDb, writtenOutside } from "./written-outside";

const mutations = sourceFiles("lib").filter((file) => file.endsWith("/mutations.ts"));

test("mutations write in a transaction alone", () => {
  const files = mutations.map((file) => parse(file));
  expect(files.flatMap(mentionsOfDb).length).toBeGreaterThan(10);
  expect(files.flatMap(writtenOutside)).toEqual([]);
});

test("a transaction begins where it is tried again: nowhere else", () => {
  // Queries may ask several things at one moment; a seed meets nobody.
  const files = sourceFiles("app", "lib").filter((file) => !file.endsWith("/queries.ts"));
  const begun = files.flatMap((file) =>
    nodes(parse(file), ts.isPropertyAccessExpression).filter(({ name }) => name.text === "$transaction"),
  );
  expect(begun.map(place)).toEqual([expect.stringMatching(/^lib\/platform\/db\.ts:/)]);
});

import ts from "typescript";
import { expect, test } from "vitest";
import { nodes, parse, place, sourceFiles } from "./source";

const mutations = sourceFiles("lib").filter((file) => file.endsWith("/mutations.ts"));
const reading = /^(?:find|count|aggregate|groupBy)/;

/** Reads before the transaction are allowed: `db.person.findUnique(…)`, `findDeliverable(db, …)`. */
function onlyReads(use: ts.Identifier): boolean {
  const { parent } = use;
  if (ts.isImportSpecifier(parent)) return true;
  if (ts.isCallExpression(parent) && ts.isIdentifier(parent.expression)) {
    return /^(?:find|check)/.test(parent.expression.text);
  }
  const method = ts.isPropertyAccessExpression(parent) ? parent.parent : null;
  return Boolean(
    method &&
      parent.getStart() === use.getStart() &&
      ts.isPropertyAccessExpression(method) &&
      reading.test(method.name.text),
  );
}

test("mutations write in a transaction alone", () => {
  const uses = mutations.flatMap((file) =>
    nodes(parse(file), ts.isIdentifier).filter(({ text }) => text === "db"),
  );
  expect(uses.length).toBeGreaterThan(10);
  expect(uses.filter((use) => !onlyReads(use)).map(place)).toEqual([]);
});

test("a transaction begins where it is tried again: nowhere else", () => {
  // Queries may ask several things at one moment; a seed meets nobody.
  const files = sourceFiles("app", "lib").filter((file) => !file.endsWith("/queries.ts"));
  const begun = files.flatMap((file) =>
    nodes(parse(file), ts.isPropertyAccessExpression).filter(({ name }) => name.text === "$transaction"),
  );
  expect(begun.map(place)).toEqual([expect.stringMatching(/^lib\/platform\/db\.ts:/)]);
});

import ts from "typescript";
import { nodes, place } from "./source";

const reading = /^(?:find|count|aggregate|groupBy)/;

/** Every mention of `db` in a file of mutations. */
export function mentionsOfDb(file: ts.SourceFile): ts.Identifier[] {
  return nodes(file, ts.isIdentifier).filter(({ text }) => text === "db");
}

/** Where a file of mutations does more with `db` than read: what it writes there is in no transaction. */
export function writtenOutside(file: ts.SourceFile): string[] {
  return mentionsOfDb(file)
    .filter((use) => !onlyReads(use))
    .map(place);
}

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

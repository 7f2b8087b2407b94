import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodes, parse, place, sourceFiles } from "@/tests/architecture/source";

/** What takes its time, or cannot be undone: files, mails, other machines, hashes of passwords, long texts. */
const slowModules = [
  "@/lib/platform/storage/",
  "@/lib/platform/mail/transport",
  "@/lib/platform/mail/render",
  "@/lib/platform/markdown",
  "@/lib/platform/pdf",
  "@/lib/people/passwords/hashing",
  "@node-rs/argon2",
  "node:fs",
  "node:timers",
];
/** A new programme is rare, locks nothing, and is made by commands, which begin within the transaction. */
const allowed = ["lib/programmes/commands.ts"];
const slowGlobals = ["fetch", "setTimeout"];
const files = sourceFiles("lib", "scripts", "prisma").filter((file) => file !== "lib/platform/db.ts");

/** Functions that run inside a transaction: they are given one. */
function withinTransactions(tree: ts.SourceFile): ts.SignatureDeclaration[] {
  return nodes(tree, ts.isFunctionLike).filter((one) =>
    one.parameters.some((parameter) => parameter.name.getText() === "tx"),
  );
}

function slowNames(tree: ts.SourceFile): Set<string> {
  const imported = nodes(tree, ts.isImportDeclaration)
    .filter(({ moduleSpecifier }) =>
      slowModules.some((name) => (moduleSpecifier as ts.StringLiteral).text.startsWith(name)),
    )
    .flatMap((one) => nodes(one, ts.isImportSpecifier).map(({ name }) => name.text));
  return new Set([...imported, ...slowGlobals]);
}

describe("transactions", () => {
  test("are opened by inTransaction, which tries again what lost; a list of reads needs none of it", () => {
    const own = files
      .filter((file) => !file.startsWith("prisma/seed/"))
      .flatMap((file) => nodes(parse(file), ts.isCallExpression))
      .filter(({ expression }) => /\.\$transaction$/.test(expression.getText()))
      .filter(({ arguments: [work] }) => !(work && ts.isArrayLiteralExpression(work)));
    expect(own.map(place)).toEqual([]);
  });

  test("hold nothing slow: rows stay locked and a connection taken meanwhile", () => {
    const slow = files
      .filter((file) => !allowed.includes(file))
      .flatMap((file) => {
        const tree = parse(file);
        const names = slowNames(tree);
        return withinTransactions(tree).flatMap((work) =>
          nodes(work, ts.isCallExpression).filter(({ expression }) => names.has(expression.getText())),
        );
      });
    expect([...new Set(slow.map(place))]).toEqual([]);
  });
});

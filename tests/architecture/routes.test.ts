import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodes, parse, place, read, sourceFiles } from "@/tests/architecture/source";

const routes = sourceFiles("app").filter((file) => file.endsWith("/route.ts"));
const metadata = sourceFiles("app").filter((file) => /^app\/(?:robots|sitemap|manifest)\.ts$/.test(file));
const verbs = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** What an expression calls, and the `name` in its first argument or that argument itself. */
function maker(node: ts.Node | undefined): { by: string; name: string | undefined } {
  if (!node || !ts.isCallExpression(node)) return { by: "nothing", name: undefined };
  const [meta] = node.arguments;
  const property =
    meta && ts.isObjectLiteralExpression(meta)
      ? meta.properties.find((one) => one.name?.getText() === "name")
      : undefined;
  const value = property && ts.isPropertyAssignment(property) ? property.initializer : meta;
  return {
    by: node.expression.getText(),
    name: value && ts.isStringLiteral(value) ? value.text : undefined,
  };
}

/** Each exported handler with what makes it; `export { handle as GET }` is followed to its constant. */
function handlers(file: string): { verb: string; at: string; by: string; name: string | undefined }[] {
  const tree = parse(file);
  const made = new Map(
    nodes(tree, ts.isVariableDeclaration).map((one) => [one.name.getText(), one.initializer]),
  );
  const functions = nodes(tree, ts.isFunctionDeclaration).flatMap((one) =>
    one.name ? [[one.name.text, one] as const] : [],
  );
  const aliases = nodes(tree, ts.isExportSpecifier).map(
    (one) => [one.name.text, made.get((one.propertyName ?? one.name).text)] as const,
  );
  return [...made, ...functions, ...aliases]
    .filter(([name]) => verbs.has(name))
    .map(([verb, node]) => ({ verb, at: node ? place(node) : file, ...maker(node) }));
}

describe("route handlers", () => {
  test("are made by route(…), uploadRoute(…) or partsRoute(…), with a name", () => {
    const wrong = routes.flatMap((file) => {
      const found = handlers(file);
      if (found.length === 0) return [`${file}: no handler found`];
      return found.flatMap(({ verb, at, by, name }) =>
        (/^(?:uploadRoute|partsRoute|route)$/.test(by) || by.startsWith("route<")) && name
          ? []
          : [`${at} ${verb}: made by ${by}, named ${name}`],
      );
    });
    expect(wrong).toEqual([]);
  });

  test("of files that Next makes are made by metadataRoute(…)", () => {
    const wrong = metadata.filter((file) => {
      const [exported] = nodes(parse(file), ts.isExportAssignment);
      const { by, name } = maker(exported?.expression);
      return by !== "metadataRoute" || !name;
    });
    expect(metadata.length).toBeGreaterThan(0);
    expect(wrong).toEqual([]);
  });
});

test("SQL made of texts stands in one file, which names columns of its own", () => {
  const unsafe = sourceFiles("app", "components", "lib").filter((file) =>
    /\$(?:query|execute)RawUnsafe|Prisma\.raw\b/.test(read(file)),
  );
  expect(unsafe).toEqual(["lib/search/ranking/queries.ts"]);
});

import ts from "typescript";
import { describe, expect, test } from "vitest";
import { type Exported, exportedValues, nodes, parse, place, sourceFiles } from "@/tests/architecture/source";

const files = sourceFiles("lib").filter((file) => file.endsWith("/actions.ts"));

/** The call of `action(meta, mutation)` that makes an export, or what is wrong with it. */
function made({ name, node }: Exported): { meta: ts.ObjectLiteralExpression } | string {
  if (!name.endsWith("Action")) return "its name does not end in Action";
  const call = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  if (!call || !ts.isCallExpression(call) || call.expression.getText() !== "action")
    return "not made by action(…)";
  const [meta, mutation] = call.arguments;
  if (!meta || !ts.isObjectLiteralExpression(meta)) return "its first argument is not written out";
  if (!mutation) return "it calls no mutation";
  return { meta };
}

/** A property's value as written. */
function property(meta: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  const found = meta.properties.find((one) => ts.isPropertyAssignment(one) && one.name.getText() === name);
  return found && ts.isPropertyAssignment(found) ? found.initializer : undefined;
}

const all = files.flatMap((file) =>
  exportedValues(parse(file)).map((one) => ({ file, one, result: made(one) })),
);

describe("actions", () => {
  test("are made by action({ name, audience, schema }, mutation)", () => {
    const wrong = all.flatMap(({ one, result }) =>
      typeof result === "string" ? [`${place(one.node)} ${one.name}: ${result}`] : [],
    );
    expect(wrong).toEqual([]);
  });

  test("name themselves feature.verb, say who may call them and what they take", () => {
    const wrong = all.flatMap(({ file, one, result }) => {
      if (typeof result === "string") return [];
      const name = property(result.meta, "name");
      const feature = file.split("/")[1]?.replace("platform", "portal");
      const problems = [
        !(name && ts.isStringLiteral(name) && name.text.startsWith(`${feature}.`)) &&
          `name is not "${feature}.…"`,
        !property(result.meta, "audience") && "no audience",
        !result.meta.properties.some((each) => each.name?.getText() === "schema") && "no schema",
      ].filter(Boolean);
      return problems.map((problem) => `${place(one.node)} ${one.name}: ${problem}`);
    });
    expect(wrong).toEqual([]);
  });

  test("have names of their own", () => {
    const names = all.flatMap(({ result }) => {
      const name = typeof result === "string" ? undefined : property(result.meta, "name");
      return name && ts.isStringLiteral(name) ? [name.text] : [];
    });
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });

  test('are the only files with "use server", and each has it', () => {
    const marked = sourceFiles("app", "components", "lib").filter((file) =>
      nodes(parse(file), ts.isStringLiteral).some(
        (node) => node.text === "use server" && ts.isExpressionStatement(node.parent),
      ),
    );
    expect(marked).toEqual(files);
  });
});

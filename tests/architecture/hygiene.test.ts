import ts from "typescript";
import { describe, expect, test } from "vitest";
import { nodes, parse, place, sourceFiles } from "@/tests/architecture/source";

const isSupport = (file: string) => file.startsWith("tests/support/");

function calls(file: string): ts.CallExpression[] {
  return nodes(parse(file), ts.isCallExpression);
}

describe("tests", () => {
  const files = sourceFiles("tests");

  test("replace no module of ours", () => {
    const mocked = files.flatMap(calls).filter((call) => {
      const [path] = call.arguments;
      const isMock = /^vi\.(mock|doMock|unstable_mockModule)$/.test(call.expression.getText());
      return isMock && !(path && ts.isStringLiteral(path) && !/^[@.]\/|^\.\./.test(path.text));
    });
    expect(mocked.map(place)).toEqual([]);
  });

  test("leave none out and single none out", () => {
    const left = files.flatMap((file) =>
      nodes(parse(file), ts.isPropertyAccessExpression).filter(
        (node) =>
          /^(test|it|describe)$/.test(node.expression.getText().split(".")[0] ?? "") &&
          /^(only|skip|todo|fixme|fails)$/.test(node.name.text),
      ),
    );
    expect(left.map(place)).toEqual([]);
  });

  test("wait for a thing, never for a time", () => {
    const waits = files
      .filter((file) => !isSupport(file))
      .flatMap(calls)
      .filter((call) => /(^|\.)(setTimeout|waitForTimeout|sleep|delay)$/.test(call.expression.getText()))
      // How long a whole test may take.
      .filter((call) => call.expression.getText() !== "test.setTimeout");
    expect(waits.map(place)).toEqual([]);
  });
});

describe("code", () => {
  test("no inline style in TSX: the content security policy refuses it", () => {
    const styled = sourceFiles("app", "components", "lib")
      .filter((file) => file.endsWith(".tsx"))
      .flatMap((file) => nodes(parse(file), ts.isJsxAttribute))
      .filter((attribute) => attribute.name.getText() === "style");
    expect(styled.map(place)).toEqual([]);
  });

  test("features take the moment from the actor", () => {
    const core = sourceFiles("lib").filter((file) => !file.startsWith("lib/platform/"));
    const clocks = core.flatMap((file) => [
      ...calls(file).filter((call) => call.expression.getText() === "Date.now"),
      ...nodes(parse(file), ts.isNewExpression).filter(
        (made) => made.expression.getText() === "Date" && !made.arguments?.length,
      ),
    ]);
    expect(clocks.map(place)).toEqual([]);
  });

  test("no file or folder is a drawer", () => {
    const drawers = sourceFiles("app", "components", "lib", "prisma", "scripts").filter((file) =>
      /(^|\/)(utils?|helpers?|misc|common|services?|shared|index)(\/|\.tsx?$)/.test(file),
    );
    expect(drawers).toEqual([]);
  });
});

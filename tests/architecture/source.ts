import { readdirSync, readFileSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import ts from "typescript";

/** The repository. */
export const root = resolve(import.meta.dirname, "../..");

const generated = "lib/platform/db/generated/";

/** Our own TypeScript files below the folders, by their path in the repository. */
export function sourceFiles(...folders: string[]): string[] {
  return filesBelow(...folders).filter((file) => /\.tsx?$/.test(file) && !file.startsWith(generated));
}

/** All files below the folders, by their path in the repository, in order. */
export function filesBelow(...folders: string[]): string[] {
  return folders
    .flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/")),
    )
    .sort();
}

/** The text of a file of the repository. */
export function read(file: string): string {
  return readFileSync(join(root, file), "utf8");
}

/** A file of the repository as a syntax tree, with parents. */
export function parse(file: string, text = read(file)): ts.SourceFile {
  const kind = /x$/.test(file) ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, kind);
}

/** Every node of a tree of one kind, in the order of the text. */
export function nodes<T extends ts.Node>(tree: ts.Node, is: (node: ts.Node) => node is T): T[] {
  const found: T[] = [];
  const visit = (node: ts.Node): void => {
    if (is(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** "file:line" of a node. */
export function place(node: ts.Node): string {
  const file = node.getSourceFile();
  return `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}`;
}

/** An exported value of a file: its name, and the function or expression that makes it. */
export type Exported = { name: string; node: ts.FunctionDeclaration | ts.VariableDeclaration };

/** The functions and constants that a file exports by declaration. */
export function exportedValues(tree: ts.SourceFile): Exported[] {
  return tree.statements.flatMap((statement): Exported[] => {
    const isExported = ts.canHaveModifiers(statement)
      ? ts.getModifiers(statement)?.some((one) => one.kind === ts.SyntaxKind.ExportKeyword)
      : false;
    if (!isExported) return [];
    if (ts.isFunctionDeclaration(statement))
      return [{ name: statement.name?.text ?? "default", node: statement }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.map((node) => ({ name: node.name.getText(), node }));
  });
}

/** The parameters of an exported function, also of an arrow, also inside a wrapper such as `cache(...)`. */
export function parametersOf({ node }: Exported): readonly ts.ParameterDeclaration[] | undefined {
  if (ts.isFunctionDeclaration(node)) return node.parameters;
  const [made] = nodes(
    node,
    (one): one is ts.ArrowFunction | ts.FunctionExpression =>
      ts.isArrowFunction(one) || ts.isFunctionExpression(one),
  );
  return made?.parameters;
}

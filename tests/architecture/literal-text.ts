import ts from "typescript";
import { nodes, place } from "@/tests/architecture/source";

/** Attributes and properties of components whose text is read or heard. */
const spoken =
  /^(aria-(label|description|roledescription|placeholder|valuetext)|title|placeholder|alt|label|heading|hint|caption|summary|description|legend|text)$/;

/** Proper names and signs that are the same in every language. */
const universal = /\b(Sperimenta|PDF|CSV|XLSX|ZIP|ICS|RSS|SHA-256|CC BY 4\.0|EUPL-1\.2|it|en|IT|EN)\b|%s/g;

/** Text on a page that does not come from the messages, with its place. */
export function literalTexts(tree: ts.SourceFile): string[] {
  const inText = nodes(tree, ts.isJsxText).filter((node) => isLanguage(node.text));
  const inBraces = nodes(tree, ts.isJsxExpression)
    .filter(({ parent }) => ts.isJsxElement(parent) || ts.isJsxFragment(parent))
    .flatMap(({ expression }) => (expression ? written(expression) : []));
  const inAttributes = nodes(tree, ts.isJsxAttribute)
    .filter((attribute) => spoken.test(attribute.name.getText()))
    .flatMap(({ initializer }) => {
      if (!initializer) return [];
      if (ts.isStringLiteral(initializer)) return isLanguage(initializer.text) ? [initializer] : [];
      return ts.isJsxExpression(initializer) && initializer.expression ? written(initializer.expression) : [];
    });
  return [...inText, ...inBraces, ...inAttributes, ...metadata(tree)].map(
    (node) => `${place(node)} ${node.getText().trim()}`,
  );
}

/** Title and description of a page, which Next takes from an object. */
function metadata(tree: ts.SourceFile): ts.Node[] {
  const places = [
    ...nodes(tree, ts.isFunctionDeclaration).filter((node) => node.name?.text === "generateMetadata"),
    ...nodes(tree, ts.isVariableDeclaration).filter((node) => node.name.getText() === "metadata"),
  ];
  return places
    .flatMap((node) => nodes(node, ts.isPropertyAssignment))
    .filter((node) => /^(title|description|default|template|siteName)$/.test(node.name.getText()))
    .flatMap((node) => written(node.initializer));
}

/** The texts that an expression shows: itself, either branch, the parts of a template. */
function written(node: ts.Expression): ts.Node[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return isLanguage(node.text) ? [node] : [];
  if (ts.isTemplateExpression(node)) {
    return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].some(isLanguage)
      ? [node]
      : [];
  }
  if (ts.isConditionalExpression(node)) return [...written(node.whenTrue), ...written(node.whenFalse)];
  if (ts.isParenthesizedExpression(node)) return written(node.expression);
  if (ts.isBinaryExpression(node))
    return [...written(node.left), ...written(node.right)].filter((one) => !isCompared(one));
  return [];
}

function isCompared({ parent }: ts.Node): boolean {
  return ts.isBinaryExpression(parent) && /^[!=]==?$/.test(parent.operatorToken.getText());
}

function isLanguage(text: string): boolean {
  return /\p{Letter}/u.test(text.replace(universal, ""));
}

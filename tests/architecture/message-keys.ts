import ts from "typescript";
import { nodes, place } from "@/tests/architecture/source";

/** A key that code asks for; `isGroup` when only its beginning is written: t(`state.${state}`). */
export type UsedKey = { key: string; isGroup: boolean; where: string };

type Translator = { name: string; namespace: string; scope: ts.Node };

/** Keys of the messages that a file asks for, by the translators that it makes. */
export function usedKeys(tree: ts.SourceFile): UsedKey[] {
  const translators = nodes(tree, ts.isVariableDeclaration).flatMap(translatorsOf);
  return nodes(tree, ts.isCallExpression).flatMap((call) => {
    const name = calledTranslator(call.expression);
    const found = name && nearest(translators, name, call);
    const [key] = call.arguments;
    if (!found || !key) return [];
    const prefix = found.namespace === "" ? "" : `${found.namespace}.`;
    return literals(key).map(({ text, isWhole }) => ({
      key: `${prefix}${text}`,
      isGroup: !isWhole,
      where: place(call),
    }));
  });
}

/** `const t = useTranslations("x")`, `await getTranslations(…)`, and several at once from Promise.all. */
function translatorsOf({ name, initializer, parent }: ts.VariableDeclaration): Translator[] {
  const scope = parent.parent.parent;
  const made = initializer && unwrap(initializer);
  if (!made) return [];
  if (ts.isIdentifier(name)) {
    const namespace = namespaceOf(made);
    return namespace === undefined ? [] : [{ name: name.text, namespace, scope }];
  }
  const [list] =
    ts.isCallExpression(made) && made.expression.getText() === "Promise.all" ? made.arguments : [];
  if (!ts.isArrayBindingPattern(name) || !list || !ts.isArrayLiteralExpression(list)) return [];
  return name.elements.flatMap((element, index) => {
    const each = list.elements[index];
    const namespace = each && namespaceOf(unwrap(each));
    const isNamed = ts.isBindingElement(element) && ts.isIdentifier(element.name);
    return isNamed && namespace !== undefined ? [{ name: element.name.getText(), namespace, scope }] : [];
  });
}

function unwrap(node: ts.Expression): ts.Expression {
  if (ts.isAwaitExpression(node) || ts.isParenthesizedExpression(node)) return unwrap(node.expression);
  if (ts.isAsExpression(node)) return unwrap(node.expression);
  return node;
}

function namespaceOf(node: ts.Expression): string | undefined {
  if (!ts.isCallExpression(node)) return undefined;
  if (!/^(useTranslations|getTranslations|createTranslator)$/.test(node.expression.getText()))
    return undefined;
  const [given] = node.arguments;
  if (!given) return "";
  if (ts.isStringLiteral(given)) return given.text;
  if (!ts.isObjectLiteralExpression(given)) return undefined;
  const named = given.properties.find((one) => one.name?.getText() === "namespace");
  if (!named) return "";
  const value = ts.isPropertyAssignment(named) ? unwrap(named.initializer) : undefined;
  return value && ts.isStringLiteral(value) ? value.text : undefined;
}

/** The name before the brackets: t(…), t.rich(…), t.markup(…), t.raw(…). */
function calledTranslator(node: ts.Expression): string | undefined {
  if (ts.isIdentifier(node)) return node.text;
  const isVariant = ts.isPropertyAccessExpression(node) && /^(rich|markup|raw)$/.test(node.name.text);
  return isVariant && ts.isIdentifier(node.expression) ? node.expression.text : undefined;
}

function nearest(translators: Translator[], name: string, call: ts.Node): Translator | undefined {
  for (let scope: ts.Node = call; scope; scope = scope.parent) {
    const found = translators.find((one) => one.name === name && one.scope === scope);
    if (found) return found;
  }
  return undefined;
}

/** The texts that an expression may be: of a template the part before the first `${`, without its last dot. */
export function literals(node: ts.Expression): { text: string; isWhole: boolean }[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return [{ text: node.text, isWhole: true }];
  if (ts.isTemplateExpression(node)) {
    const before = node.head.text.split(".").slice(0, -1).join(".");
    return before === "" ? [] : [{ text: before, isWhole: false }];
  }
  if (ts.isConditionalExpression(node)) return [...literals(node.whenTrue), ...literals(node.whenFalse)];
  if (ts.isParenthesizedExpression(node) || ts.isAsExpression(node)) return literals(node.expression);
  return [];
}

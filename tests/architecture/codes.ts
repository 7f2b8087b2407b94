import { basename } from "node:path";
import ts from "typescript";
import { literals } from "@/tests/architecture/message-keys";
import { nodes, place } from "@/tests/architecture/source";

/** A code written in the source, or the place where it cannot be read from it. */
export type Code = { code: string; where: string };

/**
 * Kinds of the events that a file records: recordEvent(tx, actor, { kind: "…" }), or through a function of its feature
 * that adds the subject, is called record… and is given the kind in the same way.
 */
export function eventKinds(tree: ts.SourceFile): Code[] {
  return callsOf(tree, /^record\w*$/).flatMap((call) => {
    const kinds = call.arguments.flatMap((one) =>
      ts.isObjectLiteralExpression(one) ? values(one, "kind") : [],
    );
    const isDirect = call.expression.getText() === "recordEvent" && !ts.findAncestor(call, isRecorder);
    return kinds.length > 0 || isDirect ? whole(kinds, call) : [];
  });
}

function isRecorder(node: ts.Node): boolean {
  const isNamed = ts.isFunctionDeclaration(node) && /^record\w*$/.test(node.name?.text ?? "");
  return isNamed && nodes(node, ts.isSpreadAssignment).length > 0;
}

/** Codes of the refusals that a file makes: new DomainError("…"), and the names of its state machines. */
export function refusalCodes(tree: ts.SourceFile): Code[] {
  const thrown = nodes(tree, ts.isNewExpression)
    .filter((made) => made.expression.getText() === "DomainError")
    .flatMap((made) => whole(made.arguments?.[0] ? textsOf(made.arguments[0]) : [], made));
  const moves = callsOf(tree, /^transition$/).flatMap((call) =>
    whole(call.arguments[0] ? literals(call.arguments[0]) : [], call).map((one) => ({
      ...one,
      code: `${one.code}.moveNotAllowed`,
    })),
  );
  return [...thrown, ...moves, ...schemaCodes(tree), ...plainCodes(tree)];
}

/** What a schema says of a fault: `{ error: "…" }`, `{ message: "…" }`, and the text after a bound. */
function schemaCodes(tree: ts.SourceFile): Code[] {
  if (basename(tree.fileName) !== "schema.ts") return [];
  const named = nodes(tree, ts.isPropertyAssignment).filter((one) =>
    /^(error|message)$/.test(one.name.getText()),
  );
  const bounds = nodes(tree, ts.isCallExpression).flatMap((call) => {
    const method = ts.isPropertyAccessExpression(call.expression) ? call.expression.name.text : "";
    const text = call.arguments[1];
    return text && /^(min|max|length|regex|refine|gte?|lte?|startsWith|endsWith)$/.test(method)
      ? literals(text)
      : [];
  });
  const faults = [...named.flatMap((one) => literals(one.initializer)), ...bounds];
  return faults.map(({ text }) => ({ code: text, where: tree.fileName }));
}

/** plainMessage(locale, "…") and the message after an action: `done: "…"`. */
function plainCodes(tree: ts.SourceFile): Code[] {
  const said = callsOf(tree, /^plainMessage$/).flatMap((call) =>
    call.arguments[1] ? literals(call.arguments[1]) : [],
  );
  const done = callsOf(tree, /^action$/).flatMap(({ arguments: [meta] }) =>
    meta && ts.isObjectLiteralExpression(meta) ? values(meta, "done") : [],
  );
  return [...said, ...done]
    .filter((one) => one.isWhole)
    .map(({ text }) => ({ code: text, where: tree.fileName }));
}

/** The texts that an expression may be; of a parameter, what the calls in the same file pass for it. */
function textsOf(node: ts.Expression): { text: string; isWhole: boolean }[] {
  if (ts.isElementAccessExpression(node)) return entriesOf(node);
  if (!ts.isIdentifier(node)) return literals(node);
  const owner = ts.findAncestor(
    node,
    (one): one is ts.ArrowFunction | ts.FunctionDeclaration =>
      (ts.isArrowFunction(one) || ts.isFunctionDeclaration(one)) && parameterAt(one, node.text) >= 0,
  );
  if (!owner) return [];
  const named = ts.isFunctionDeclaration(owner)
    ? owner.name
    : ts.isVariableDeclaration(owner.parent) && owner.parent.name;
  if (!named) return [];
  const name = named.getText();
  return nodes(node.getSourceFile(), ts.isCallExpression)
    .filter((call) => call.expression.getText() === name)
    .flatMap((call) => {
      const given = call.arguments[parameterAt(owner, node.text)];
      return given ? literals(given) : [{ text: "", isWhole: false }];
    });
}

/** All values of the table that is looked up: recorded[input.move]. */
function entriesOf({ expression: table }: ts.ElementAccessExpression): { text: string; isWhole: boolean }[] {
  const declared = nodes(table.getSourceFile(), ts.isVariableDeclaration).find(
    (one) => one.name.getText() === table.getText(),
  );
  const object = declared ? nodes(declared, ts.isObjectLiteralExpression)[0] : undefined;
  return (object?.properties ?? []).flatMap((one) =>
    ts.isPropertyAssignment(one) ? literals(one.initializer) : [],
  );
}

function parameterAt(owner: ts.ArrowFunction | ts.FunctionDeclaration, name: string): number {
  return owner.parameters.findIndex((one) => one.name.getText() === name);
}

function callsOf(tree: ts.SourceFile, name: RegExp): ts.CallExpression[] {
  return nodes(tree, ts.isCallExpression).filter((call) => name.test(call.expression.getText()));
}

function values(object: ts.ObjectLiteralExpression, name: string): { text: string; isWhole: boolean }[] {
  const found = object.properties.find((one) => one.name?.getText() === name);
  if (found && ts.isShorthandPropertyAssignment(found)) return textsOf(found.name);
  return found && ts.isPropertyAssignment(found) ? textsOf(found.initializer) : [];
}

// A code that is put together at run time cannot be checked against the messages, so it is reported as such.
function whole(found: { text: string; isWhole: boolean }[], node: ts.Node): Code[] {
  const where = place(node);
  if (found.length === 0 || found.some((one) => !one.isWhole)) return [{ code: "(not written out)", where }];
  return found.map(({ text }) => ({ code: text, where }));
}

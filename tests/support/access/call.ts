import messages from "@/lib/platform/i18n/messages/it/errors.json" with { type: "json" };
import type { BuiltAction } from "./build";

/** Fields of a form by name; a list is sent as "name[]", once per value. */
export type Fields = Record<string, string | string[]>;

/** What a call of an action came to. */
export type Outcome = {
  status: number;
  /** code of the refusal's summary ("forbidden"), or "done", "redirect", "preview"; else what was answered */
  result: string;
  /** where a success leads */
  location: string;
  text: string;
};

type Target = { url: string };
type Call = { cookie?: string; headers?: Record<string, string>; origin?: string | null };

/** Calls an action by a direct post, as JavaScript does, with a form of these fields. */
export function callAction(
  target: Target,
  action: Pick<BuiltAction, "id" | "path">,
  fields: Fields,
  call: Call = {},
): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of pairs(fields)) body.append(`_1_${name}`, value);
  body.append("0", JSON.stringify([{ status: "idle" }, "$K1"]));
  return post(target, action, body, call);
}

/** Calls an action with arguments of any shape, as a program could that writes the protocol itself. */
export function callRaw(
  target: Target,
  action: Pick<BuiltAction, "id" | "path">,
  parts: Record<string, string>,
  call: Call = {},
): Promise<Outcome> {
  const body = new FormData();
  for (const [name, value] of Object.entries(parts)) body.append(name, value);
  return post(target, action, body, call);
}

async function post(
  target: Target,
  { id, path }: Pick<BuiltAction, "id" | "path">,
  body: FormData,
  { cookie = "", headers = {}, origin = target.url }: Call,
): Promise<Outcome> {
  const answer = await fetch(target.url + path, {
    method: "POST",
    body,
    redirect: "manual",
    headers: {
      "next-action": id,
      accept: "text/x-component",
      cookie,
      ...(origin === null ? {} : { origin }),
      ...headers,
    },
  });
  const text = await answer.text();
  const state = stateIn(text);
  if (state) assertOwn(state, body);
  const result = answer.headers.has("x-action-redirect")
    ? "redirect"
    : (state && (state.status === "refused" ? codeOf(state.summary) : state.status)) ||
      `HTTP ${answer.status}`;
  const location = answer.headers.get("x-action-redirect")?.split(";")[0] ?? "";
  return { status: answer.status, result, location, text };
}

type State = { status: string; summary: string; values?: Record<string, string | string[]> };

/** What a form is told, and nothing besides. */
const told: Record<string, readonly string[]> = {
  idle: ["status"],
  refused: ["status", "summary", "fieldErrors", "values", "way"],
  preview: ["status", "html", "values"],
  done: ["status", "message"],
};

/** Field level: a form's answer has the properties of a form's answer, and gives back only what was sent. */
function assertOwn(state: State, sent: FormData): void {
  const strange = Object.keys(state).filter((name) => !told[state.status]?.includes(name));
  const typed = new Set([...sent.values()].map((value) => normalised(String(value))));
  const foreign = Object.entries(state.values ?? {}).filter(([, value]) =>
    [value].flat().some((one) => !isReference(one) && !typed.has(one.replace(/^\$\$/, "$"))),
  );
  const names = [...strange, ...foreign.map(([name]) => `values.${name}`)];
  if (names.length > 0) throw new Error(`a form was told more than it may know: ${names.join(", ")}`);
}

function stateIn(text: string): State | undefined {
  const line = text.split("\n").find((one) => /^[0-9a-f]+:\{"status":"/.test(one));
  return line ? JSON.parse(line.slice(line.indexOf(":") + 1)) : undefined;
}

// As form-data.ts reads it.
const normalised = (text: string) => text.replace(/\r\n?/g, "\n").replaceAll("\0", "").normalize("NFC");
/** A long text stands apart in the framework's answer, with a sign in its place. */
const isReference = (text: string) => /^\$[0-9a-f]+$/.test(text);

/** Name and value of each field as a form sends them. */
export function pairs(fields: Fields): [string, string][] {
  return Object.entries(fields).flatMap(([name, value]) =>
    Array.isArray(value)
      ? value.map((one): [string, string] => [`${name}[]`, one])
      : [[name, value] as [string, string]],
  );
}

/** The code of a refusal told in Italian: a text without parameters is known whole, one with them by its beginning. */
export function codeOf(summary: string): string {
  const codes = Object.entries(messages).filter(([, text]) => summary.startsWith(text.split("{")[0] || text));
  if (codes[0]) return codes[0][0];
  return /^C’è un punto|^Ci sono \d+ punti/.test(summary) ? "checkFields" : `told: ${summary}`;
}

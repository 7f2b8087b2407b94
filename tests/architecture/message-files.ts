import { basename } from "node:path";
import { filesBelow, read } from "@/tests/architecture/source";

export const locales = ["it", "en"] as const;
export type MessageLocale = (typeof locales)[number];

const folder = "lib/platform/i18n/messages";

/** A value of a message file: a text, or a group of them. */
type Message = string | { [key: string]: Message };

/** The namespaces that a language has files for. */
export function namespacesOf(locale: MessageLocale): string[] {
  return filesBelow(`${folder}/${locale}`).map((file) => basename(file, ".json"));
}

/** All messages of a language by namespace, as the portal loads them. */
export function messagesOf(locale: MessageLocale): Record<string, Message> {
  return Object.fromEntries(
    namespacesOf(locale).map((name) => [name, JSON.parse(read(`${folder}/${locale}/${name}.json`))]),
  );
}

/** Every text by its full key, "programmes.list.title". */
export function textsOf(locale: MessageLocale): Map<string, string> {
  return new Map(flatten(messagesOf(locale), ""));
}

function flatten(group: { [key: string]: Message }, prefix: string): [string, string][] {
  return Object.entries(group).flatMap(([key, value]): [string, string][] =>
    typeof value === "string" ? [[`${prefix}${key}`, value]] : flatten(value, `${prefix}${key}.`),
  );
}

/** Whether some text lies below a key. */
export function hasGroup(texts: Map<string, string>, prefix: string): boolean {
  return [...texts.keys()].some((key) => key.startsWith(`${prefix}.`));
}

/** The parameters and tags that an ICU text uses: "count", "<link>". */
export function argumentsOf(text: string): Set<string> {
  const used = new Set<string>();
  for (const [, tag] of text.matchAll(/<(\w+)>/g)) used.add(`<${tag}>`);
  collect(text, used);
  return used;
}

// Outside braces is text. In braces stands a name, or a name, a type and, for plural and select, branches of text.
function collect(text: string, used: Set<string>): void {
  for (const inside of braces(text)) {
    const [name = "", type = ""] = inside.split(",", 2).map((part) => part.trim());
    used.add(name);
    if (/^(plural|selectordinal|select)$/.test(type)) {
      for (const branch of braces(inside)) collect(branch, used);
    }
  }
}

/** What stands in the outermost braces of a text. */
function braces(text: string): string[] {
  const found: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [index, character] of [...text.matchAll(/[{}]/g)].map(
    (match) => [match.index, match[0]] as const,
  )) {
    if (character === "{" && depth++ === 0) start = index + 1;
    if (character === "}" && --depth === 0) found.push(text.slice(start, index));
  }
  return found;
}

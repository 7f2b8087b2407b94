import { unzip } from "../unzip";

/** What an answer carries: the names of its parts, as far as its kind has such, and all its text. */
export type Content = { names: Set<string>; text: string };

/** Reads an answer by its kind: names of properties, columns, fields or elements. */
export async function contentOf(answer: Response): Promise<Content> {
  const kind = answer.headers.get("content-type")?.split(";")[0] ?? "";
  if (kind.endsWith("spreadsheetml.sheet")) return ofSheet(Buffer.from(await answer.arrayBuffer()));
  const text = await answer.text();
  return { names: namesByKind[kind]?.(text) ?? new Set(), text };
}

const namesByKind: Record<string, (text: string) => Set<string>> = {
  "text/html": propertiesOfPage,
  "application/json": (text) => keysOf(JSON.parse(text)),
  "application/ld+json": (text) => keysOf(JSON.parse(text)),
  "text/csv": (text) => new Set(text.replace("\ufeff", "").split(/\r?\n/, 1)[0]?.split(/[;,]/)),
  // A line that begins with a blank goes on with the one before.
  // Events by their names, and what each tells.
  "text/event-stream": (text) =>
    new Set([
      ...all(text, /(?<=^event: )\w+/gm),
      ...(text.match(/(?<=^data: ).*/gm) ?? []).flatMap((data) => [...keysOf(JSON.parse(data))]),
    ]),
  "text/calendar": (text) => all(text, /^[A-Z][\w-]*(?=[;:])/gm),
  "application/xml": elementsOf,
  "application/rss+xml": elementsOf,
  // Figures of the process are the library's own.
  "text/plain": (text) => all(text, /^(?!nodejs_|process_)[A-Za-z][\w-]*/gm),
};

// The texts of a sheet stand in the order of their first use: its header is there first.
function ofSheet(bytes: Buffer): Content {
  const files = unzip(bytes);
  const [header = ""] = /<row r="1".*?<\/row>/.exec(files.get("xl/worksheets/sheet1.xml") ?? "") ?? [];
  const texts = [...(files.get("xl/sharedStrings.xml") ?? "").matchAll(/<t[^>]*>(.*?)<\/t>/gs)];
  const columns = header.match(/<c /g)?.length ?? 0;
  return {
    names: new Set(texts.slice(0, columns).map(([, text = ""]) => text)),
    text: [...files.values()].join("\n"),
  };
}

function elementsOf(text: string): Set<string> {
  return all(text, /(?<=<)[a-z][\w:-]*/gi);
}

function all(text: string, pattern: RegExp): Set<string> {
  return new Set(text.match(pattern));
}

// What a page sends beside its text, for its components to be made from: their props, elements' attributes, data.
function propertiesOfPage(html: string): Set<string> {
  const pieces = html.matchAll(/self\.__next_f\.push\(\[1,("(?:[^"\\]|\\.)*")\]\)/g);
  const payload = Buffer.from([...pieces].map(([, piece]) => JSON.parse(piece ?? '""') as string).join(""));
  const names = new Set<string>();
  for (const row of rowsOf(payload)) {
    const text = row.replace(/^[A-Z]{1,2}(?=[[{"])/, "");
    if (/^[[{]/.test(text)) keysOf(JSON.parse(text), names);
  }
  return names;
}

// The framework's rows are "id:row"; those of text state their length.
function* rowsOf(payload: Buffer): Generator<string> {
  let at = 0;
  while (at < payload.length) {
    const colon = payload.indexOf(":", at);
    if (colon < 0) return;
    const isText = payload[colon + 1] === "T".charCodeAt(0);
    const comma = isText ? payload.indexOf(",", colon) : -1;
    if (isText) {
      at = comma + 1 + Number.parseInt(payload.subarray(colon + 2, comma).toString(), 16);
      continue;
    }
    const end = payload.indexOf("\n", colon);
    yield payload.subarray(colon + 1, end < 0 ? payload.length : end).toString();
    at = end < 0 ? payload.length : end + 1;
  }
}

function keysOf(value: unknown, names = new Set<string>()): Set<string> {
  if (typeof value !== "object" || value === null) return names;
  // Of rows that are numbered, "rows.3.value", or called by what they change, that says nothing.
  if (!Array.isArray(value)) {
    for (const name of Object.keys(value))
      names.add(name.replaceAll(/\.(?:(?:new)?\d+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\./g, ".N."));
  }
  for (const one of Object.values(value)) keysOf(one, names);
  return names;
}

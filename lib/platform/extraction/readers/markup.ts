import { SaxesParser } from "saxes";
import { TextIsFullError, type TextSink, UnreadableFileError } from "@/lib/platform/extraction/outcome";

type Handlers = {
  /** names come without their prefix */
  open?(name: string, attributes: Record<string, string>): void;
  close?(name: string): void;
  text?(value: string): void;
};

/** Elements within elements; office programs write some dozens. */
const deepest = 1_000;
/** Bytes that are read at once: the whole as text would be twice as much again. */
const piece = 65_536;

/**
 * Walks through an XML file from its beginning, holding none of it. Document types are refused: office files have none,
 * and entities are declared in them.
 * @throws UnreadableFileError
 */
export function walkMarkup(bytes: Uint8Array, { open, close, text }: Handlers): void {
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on("opentag", ({ name, attributes }) => {
    depth += 1;
    if (depth > deepest) throw new UnreadableFileError("tooComplex");
    open?.(local(name), attributes as Record<string, string>);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    close?.(local(name));
  });
  parser.on("text", (value) => text?.(value));
  parser.on("cdata", (value) => text?.(value));
  parser.on("doctype", () => {
    throw new UnreadableFileError("damaged");
  });
  const decoder = new TextDecoder(encodingOf(bytes));
  try {
    for (let at = 0; at < bytes.length; at += piece)
      parser.write(decoder.decode(bytes.subarray(at, at + piece), { stream: true }));
    parser.write(decoder.decode());
    parser.close();
  } catch (error) {
    if (error instanceof UnreadableFileError || error instanceof TextIsFullError) throw error;
    throw new UnreadableFileError("damaged", { cause: error });
  }
}

/** Which elements hold text, which hold none of it, and what stands for others before and after them. */
export type TextRules = {
  within: ReadonlySet<string>;
  not: ReadonlySet<string>;
  before: Readonly<Record<string, string>>;
  after: Readonly<Record<string, string>>;
};

/** Adds the text of an XML file by rules. */
export function readMarkup(bytes: Uint8Array, sink: TextSink, rules: TextRules): void {
  let within = 0;
  let not = 0;
  walkMarkup(bytes, {
    open(name) {
      if (rules.not.has(name)) not += 1;
      if (rules.within.has(name)) within += 1;
      const sign = not === 0 ? rules.before[name] : undefined;
      if (sign) sink.add(sign);
    },
    close(name) {
      const sign = not === 0 ? rules.after[name] : undefined;
      if (sign) sink.add(sign);
      if (rules.not.has(name)) not -= 1;
      if (rules.within.has(name)) within -= 1;
    },
    text(value) {
      if (within > 0 && not === 0) sink.add(value);
    },
  });
}

function local(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function encodingOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return "utf-8";
}

import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { SKIP, visit } from "unist-util-visit";
import { escapePattern } from "@/lib/platform/pattern";

/** Raised whenever the result may differ: stored HTML of an older version is rebuilt by a job. */
export const rendererVersion = 2;

type Element = { type: string; tagName?: string; properties?: Record<string, unknown> };

// A page has its own h1 and section heads: headings of a text start below them. Links of users lend no weight.
function settle() {
  return (tree: Parameters<typeof visit>[0]) => {
    visit(tree, "element", (node: Element) => {
      const heading = /^h([1-6])$/.exec(node.tagName ?? "");
      if (heading) node.tagName = `h${Math.min(6, Number(heading[1]) + 2)}`;
      if (node.tagName === "a")
        node.properties = { ...node.properties, rel: ["nofollow", "noopener", "ugc"] };
      if (node.tagName === "table") node.properties = { ...node.properties, className: ["prose-table"] };
    });
  };
}

type Text = { type: "text"; value: string };
type Child = Text | (Element & { children?: Child[] });
/** What a text is made with: names that are marked where "@" stands before them, and those that were found. */
type Calling = { names: readonly string[]; called: Set<string> };

// Not in code, where a sign means itself, nor in a link, which leads elsewhere; what is quoted has called already.
const uncalled = ["a", "blockquote", "code", "pre"];

function markNames() {
  return (tree: Parameters<typeof visit>[0], file: { data: Record<string, unknown> }) => {
    const { names, called } = file.data.calling as Calling;
    if (names.length === 0) return;
    const known = new Map(names.map((name) => [name.toLowerCase(), name]));
    const pattern = callingPattern(names);
    visit(tree, (node, index, parent) => {
      if (uncalled.includes((node as Element).tagName ?? "")) return SKIP;
      if (node.type !== "text" || index === undefined || !parent) return;
      const parts = (node as Text).value.split(pattern);
      if (parts.length === 1) return;
      const marked = parts.flatMap((part, place): Child[] => {
        if (place % 2 === 0) return part === "" ? [] : [{ type: "text", value: part }];
        called.add(known.get(part.toLowerCase()) ?? part);
        const properties = { className: ["mention"] };
        const children: Child[] = [{ type: "text", value: `@${part}` }];
        return [{ type: "element", tagName: "span", properties, children }];
      });
      (parent as { children: unknown[] }).children.splice(index, 1, ...marked);
      return [SKIP, index + marked.length];
    });
  };
}

/** The longest name first, so that "Anna Maria" is not taken for "Anna"; never within a word or an address. */
function callingPattern(names: readonly string[]): RegExp {
  const longestFirst = names.toSorted((a, b) => b.length - a.length).map(escapePattern);
  return new RegExp(`(?<![\\p{L}\\p{N}@._-])@(${longestFirst.join("|")})(?![\\p{L}\\p{N}])`, "giu");
}

const schema = {
  ...defaultSchema,
  // No images from elsewhere: they would tell another server who reads.
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !["img", "picture", "source"].includes(name)),
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.a ?? []), "rel"],
    table: [["className", "prose-table"] as [string, string]],
    span: [["className", "mention"] as [string, string]],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel"] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(settle)
  .use(markNames)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Levels of quotes and lists in one line, and marks of emphasis, links and tables in one block, that are formatted. */
const limits = { levels: 50, marks: 1_000, cells: 5_000 };

/**
 * HTML of a Markdown text, sanitised last in the chain; raw HTML in the text is dropped. Rendered once, when the text
 * is written: 20 posts would take 43-74 ms at each reading. A text too intricate to be formatted in reasonable time is
 * kept as it was typed; nothing throws.
 * @param names who can be called with "@": marked where they are
 * @returns with the names that the text calls, as given
 */
export function renderMarkdown(
  text: string,
  names: readonly string[] = [],
): { html: string; version: number; called: string[] } {
  const called = new Set<string>();
  const html = isIntricate(text) ? asTyped(text) : formatted(text, { names, called });
  return { html, version: rendererVersion, called: [...called] };
}

function formatted(text: string, calling: Calling): string {
  try {
    return String(processor.processSync({ value: text, data: { calling } }));
  } catch (error) {
    // What nests too deep in a way not thought of above exhausts the stack; anything else is a fault of ours.
    if (error instanceof RangeError) return asTyped(text);
    throw error;
  }
}

/**
 * Whether a text is not formatted but shown as typed: the parser's time grows with the square of nested quotes and lists in
 * a line and of open marks in a block, so that 20 kB of "- - - -" hold a process for two minutes. Counting them first is linear.
 */
export function isIntricate(text: string): boolean {
  let marks = 0;
  let cells = 0;
  for (const line of text.split(/\r\n?|\n/)) {
    if (levelsOf(line) > limits.levels) return true;
    if (line.trim() === "") {
      marks = 0;
      cells = 0;
    }
    marks += countOf(line, /[[\]*_~]/g);
    cells += countOf(line, /\|/g);
    if (marks > limits.marks || cells > limits.cells) return true;
  }
  return false;
}

function levelsOf(line: string): number {
  const [prefix = ""] = /^(?:[ \t]|>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*/.exec(line) ?? [];
  const marks = countOf(prefix, />|[-*+]|\d+[.)]/g);
  return marks === 0 ? 0 : marks + countOf(prefix, / {2}|\t/g) / 2;
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

function asTyped(text: string): string {
  const escaped = text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
  return `<p>${escaped.replace(/\r\n?|\n/g, "<br>")}</p>`;
}

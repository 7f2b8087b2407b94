import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

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

const schema = {
  ...defaultSchema,
  // No images from elsewhere: they would tell another server who reads.
  tagNames: (defaultSchema.tagNames ?? []).filter((name) => !["img", "picture", "source"].includes(name)),
  attributes: {
    ...defaultSchema.attributes,
    a: [...(defaultSchema.attributes?.a ?? []), "rel"],
    table: [["className", "prose-table"] as [string, string]],
  },
  protocols: { ...defaultSchema.protocols, href: ["http", "https", "mailto", "tel"] },
};

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkRehype)
  .use(settle)
  .use(rehypeSanitize, schema)
  .use(rehypeStringify)
  .freeze();

/** Levels of quotes and lists in one line, and marks of emphasis, links and tables in one block, that are formatted. */
const limits = { levels: 50, marks: 1_000, cells: 5_000 };

/**
 * HTML of a Markdown text, sanitised last in the chain; raw HTML in the text is dropped. Rendered once, when the text
 * is written: 20 posts would take 43-74 ms at each reading. A text too intricate to be formatted in reasonable time is
 * kept as it was typed; nothing throws.
 */
export function renderMarkdown(text: string): { html: string; version: number } {
  return { html: isIntricate(text) ? asTyped(text) : formatted(text), version: rendererVersion };
}

function formatted(text: string): string {
  try {
    return String(processor.processSync(text));
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

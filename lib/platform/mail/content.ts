import rehypeParse from "rehype-parse";
import rehypeStringify from "rehype-stringify";
import { unified } from "unified";

/** What a text says in a mail: as a part of a page, and as plain text. */
export type MailText = { html: string; text: string };

type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

const parser = unified().use(rehypeParse, { fragment: true }).freeze();
const writer = unified().use(rehypeStringify).freeze();

/** Apart from what stands before and after them by an empty line. */
const blocks = ["p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "table", "blockquote", "pre", "hr"];
/** Between their parts stands nothing but the lines of the source. */
const frames = ["ul", "ol", "table", "thead", "tbody", "tr"];
/** Deeper is nothing that is formatted. */
const deepest = 100;

/**
 * A rendered text for a mail: a reader of mail knows no page to which an address could be relative, so links become whole
 * ones, and in the plain text each stands behind its words.
 * @param html sanitised
 */
export function mailText(html: string, siteUrl: string): MailText {
  const tree = parser.parse(html);
  completeLinks(tree as Node, siteUrl);
  const out: string[] = [];
  write(tree as Node, out, 0);
  const text = out
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { html: writer.stringify(tree), text };
}

function completeLinks(node: Node, siteUrl: string): void {
  const { href } = node.properties ?? {};
  // A place within the text itself stays one.
  if (
    node.tagName === "a" &&
    typeof href === "string" &&
    !href.startsWith("#") &&
    URL.canParse(href, siteUrl)
  )
    node.properties = { ...node.properties, href: new URL(href, siteUrl).href };
  for (const child of node.children ?? []) completeLinks(child, siteUrl);
}

function write(node: Node, out: string[], depth: number): void {
  if (depth > deepest) return;
  const { tagName = "", children = [] } = node;
  if (node.type === "text") out.push((node.value ?? "").replace(/\s+/g, " "));
  if (tagName === "br") out.push("\n");
  if (tagName === "hr") out.push("\n\n---");
  if (tagName === "tr") out.push("\n");
  const isBlock = blocks.includes(tagName);
  if (isBlock) out.push("\n\n");
  let number = 0;
  const parts = frames.includes(tagName) ? children.filter(({ type }) => type === "element") : children;
  for (const child of parts) {
    if (child.tagName === "li") {
      number += 1;
      out.push(tagName === "ol" ? `\n${number}. ` : "\n- ");
    }
    write(child, out, depth + 1);
    if (child.tagName === "td" || child.tagName === "th") out.push(" ");
  }
  if (tagName === "a") out.push(addressOf(node));
  if (isBlock) out.push("\n\n");
}

/** Where a link leads, when its words do not say so themselves. */
function addressOf({ properties = {}, children = [] }: Node): string {
  const href = String(properties.href ?? "");
  const words = children.map(({ value = "" }) => value).join("");
  const said = href.startsWith("#") || href === words || href === `mailto:${words}` || href === `${words}/`;
  return said ? "" : ` (${href})`;
}

import rehypeParse from "rehype-parse";
import { unified } from "unified";

type Node = {
  type: string;
  tagName?: string;
  value?: string;
  properties?: Record<string, unknown>;
  children?: Node[];
};

const parser = unified().use(rehypeParse).freeze();

const unseen = ["head", "style", "script", "title", "template", "img"];
const blocks = [
  "p",
  "div",
  "h1",
  "h2",
  "h3",
  "h4",
  "h5",
  "h6",
  "ul",
  "ol",
  "table",
  "tr",
  "section",
  "article",
  "pre",
];
/** What programs mark as quoted: Gmail, Yahoo, Thunderbird, Apple Mail, ProtonMail. */
const quoted =
  /\b(?:gmail_quote|gmail_attr|yahoo_quoted|moz-cite-prefix|protonmail_quote|gmail_signature|moz-signature)\b/;
/** Where Outlook, on paper and on the web, begins to quote: everything after is. */
const quotedFrom =
  /^(?:divRplyFwdMsg|appendonsend|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/;
/** Deeper is nothing that a person wrote. */
const deepest = 200;

/** The text of a mail that has no other form, without what the reader's program marks as quoted or as signature. */
export function textOfHtml(html: string): string {
  const out: string[] = [];
  walk(treeOf(html), out, 0);
  return out
    .join("")
    .replace(/[ \t]*\n[ \t]*/g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function treeOf(html: string): Node {
  try {
    return parser.parse(html) as Node;
  } catch (error) {
    // What nests by the thousand exhausts the parser's stack; anything else is a fault of ours.
    if (error instanceof RangeError) return { type: "root" };
    throw error;
  }
}

/** @returns false when what follows is quoted */
function walk(node: Node, out: string[], depth: number): boolean {
  if (node.type === "text") out.push((node.value ?? "").replace(/\s+/g, " "));
  const { tagName = "", properties = {}, children = [] } = node;
  if (quotedFrom.test(String(properties.id ?? ""))) return false;
  if (unseen.includes(tagName) || tagName === "blockquote" || depth > deepest) return true;
  if (quoted.test([properties.className].flat().join(" "))) return true;
  if (tagName === "br") out.push("\n");
  if (tagName === "li") out.push("\n- ");
  const isBlock = blocks.includes(tagName);
  if (isBlock) out.push("\n");
  const goesOn = children.every((child) => walk(child, out, depth + 1));
  if (isBlock) out.push(tagName === "p" ? "\n\n" : "\n");
  return goesOn;
}

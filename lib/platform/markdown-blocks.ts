import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { isIntricate } from "@/lib/platform/markdown";

/** A piece of a Markdown text as a printed document shows it. */
export type MarkdownBlock =
  | { kind: "subheading" | "text"; text: string }
  | { kind: "list"; items: string[]; isOrdered: boolean };

type Node = {
  type: string;
  value?: string;
  ordered?: boolean | null;
  children?: Node[];
};

const processor = unified().use(remarkParse).use(remarkGfm).freeze();

/** A text's paragraphs, headings and lists, without their marks; what nests deeper is told in one line. */
export function markdownBlocks(text: string): MarkdownBlock[] {
  if (isIntricate(text)) return [{ kind: "text", text }];
  return (processor.parse(text) as Node).children?.flatMap(blocksOf) ?? [];
}

function blocksOf(node: Node): MarkdownBlock[] {
  if (node.type === "heading") return [{ kind: "subheading", text: plain(node) }];
  if (node.type === "list") {
    const items = (node.children ?? []).map(plain);
    return [{ kind: "list", items, isOrdered: node.ordered === true }];
  }
  if (node.type === "blockquote") return (node.children ?? []).flatMap(blocksOf);
  if (node.type === "table") {
    const rows = (node.children ?? []).map((row) => (row.children ?? []).map(plain).join(" · "));
    return rows.map((row) => ({ kind: "text", text: row }));
  }
  const said = plain(node);
  return said === "" ? [] : [{ kind: "text", text: said }];
}

function plain(node: Node): string {
  if (node.type === "break") return "\n";
  // Raw HTML is dropped on pages too.
  if (node.type === "html") return "";
  if (node.value !== undefined) return node.value;
  const isBlocks = node.type === "listItem" || node.type === "list" || node.type === "blockquote";
  return (node.children ?? [])
    .map(plain)
    .join(isBlocks ? "; " : "")
    .trim();
}

import rehypeSanitize, { defaultSchema } from "rehype-sanitize";
import rehypeStringify from "rehype-stringify";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

/** Raised whenever the result may differ: stored HTML of an older version is rebuilt by a job. */
export const rendererVersion = 1;

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

/**
 * HTML of a Markdown text, sanitised last in the chain; raw HTML in the text is dropped. Rendered once, when the text
 * is written: 20 posts would take 43-74 ms at each reading.
 */
export function renderMarkdown(text: string): { html: string; version: number } {
  return { html: String(processor.processSync(text)), version: rendererVersion };
}

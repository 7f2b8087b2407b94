/** A Markdown text as a mail shows it: without the marks of its formatting, each link with its address. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/\[([^\][]*)\]\(([^()\s]*)\)/g, "$1 ($2)")
    .replace(/^#{1,6}[ \t]+/gm, "")
    .replace(/\*\*|__|`/g, "")
    .trim();
}

/** The beginning of a post on one line, without the marks of its formatting. */
export function excerptOf(markdown: string, longest = 240): string {
  const line = markdown
    .slice(0, 2 * longest)
    .replace(/^[>#\s*-]+/gm, "")
    .replace(/[*_`]/g, "")
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > longest || markdown.length > 2 * longest
    ? `${line.slice(0, longest).trimEnd()}…`
    : line;
}

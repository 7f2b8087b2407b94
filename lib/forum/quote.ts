const longestQuote = 1_500;

/** A post as the beginning of an answer to it: its lines as a quotation under who wrote them. */
export function quoteOf(introduction: string, markdown: string): string {
  const text = markdown.length > longestQuote ? `${markdown.slice(0, longestQuote)}…` : markdown;
  const lines = text.split("\n").map((line) => (line === "" ? ">" : `> ${line}`));
  return `> **${introduction}**\n>\n${lines.join("\n")}\n\n`;
}

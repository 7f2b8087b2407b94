import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { availableParallelism, loadavg } from "node:os";

/** One measured part of docs/benchmarks.md: what stands below a heading of the second level. */
export type Section = { heading: string; body: string };

/** A part of the benchmark; it gets the flags of the command line. */
export type Part = (flags: string[]) => Promise<Section[]>;

type Cell = string | number | null;

/** A Markdown table; the first column is text, the others are figures. */
export function table(head: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.map((cell) => cell ?? "–").join(" | ")} |`;
  return [line(head), line(head.map((_, column) => (column === 0 ? "---" : "---:"))), ...rows.map(line)].join(
    "\n",
  );
}

/** When and on what a section was measured. */
export function circumstances(): string {
  const load = loadavg()[0] ?? 0;
  return (
    `Measured ${new Date().toISOString().slice(0, 16).replace("T", " ")} UTC, ${availableParallelism()} cores, ` +
    `Node ${process.versions.node}, load ${load.toFixed(1)} before it began.`
  );
}

/** The middle of the values, or of the two middle ones. */
export function median(values: number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
}

/** Shows sections on the terminal. */
export function print(sections: Section[]): void {
  for (const { heading, body } of sections) console.log(`\n${heading}\n\n${body}`);
}

/** Puts sections into the file in place of those with the same heading; new ones come last. */
export function writeSections(file: string, sections: Section[]): void {
  const text = existsSync(file) ? readFileSync(file, "utf8") : "# Benchmarks\n";
  const [head = "", ...parts] = text.split(/^(?=## )/m);
  const kept = new Map(parts.map((part) => [/^## (.*)$/m.exec(part)?.[1] ?? "", part.trim()]));
  for (const { heading, body } of sections) kept.set(heading, `## ${heading}\n\n${body.trim()}`);
  writeFileSync(file, `${[head.trim(), ...kept.values()].join("\n\n")}\n`);
}

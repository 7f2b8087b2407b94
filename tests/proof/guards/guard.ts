/** One thing that keeps the portal right, and how to take it away. */
export type Change = {
  /** what is taken away, as the report names it */
  name: string;
  file: string;
  /** stands in the file; the `at`th occurrence counted from 0 is replaced */
  text: string;
  at: number;
  by: string;
};

/** And which tests must miss it: folders or files; `first` the one that is likeliest to, which is quicker when it does. */
export type Guard = Change & { tests: string[]; first?: string };

/** The file's content without the guard. @throws Error when the guard is not there any more */
export function without({ text, at, by, file }: Change, content: string): string {
  const parts = content.split(text);
  if (parts.length < at + 2) throw new Error(`${file} has no ${text} number ${at + 1}: change the list`);
  return parts.slice(0, at + 1).join(text) + by + parts.slice(at + 1).join(text);
}

/** Guards of one file by name: the text that is taken away, and what stands in its place then. */
export function inFile(
  file: string,
  tests: string[],
  removals: Record<string, [text: string, by: string]>,
): Guard[] {
  return Object.entries(removals).map(([name, [text, by]]) => ({
    name: `${file}: ${name}`,
    file,
    text,
    at: 0,
    by,
    tests,
  }));
}

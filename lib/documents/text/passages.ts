/** Characters of a passage: some pages, so that a word is shown among its neighbours and little is read to find it. */
const longest = 6_000;

/** A text in pieces, cut between words where there are any. Put together they are the text again. */
export function passagesOf(text: string): string[] {
  const passages: string[] = [];
  let from = 0;
  while (from < text.length) {
    const to = from + longest < text.length ? wordStart(text, from + longest) : text.length;
    passages.push(text.slice(from, to));
    from = to;
  }
  return passages;
}

// At a line's beginning if one is near, else at a word's, and never within a character.
function wordStart(text: string, to: number): number {
  const near = text.slice(to - 1_000, to);
  const line = near.lastIndexOf("\n");
  const gap = line >= 0 ? line : near.search(/\s\S*$/);
  if (gap >= 0) return to - near.length + gap + 1;
  return /[\ud800-\udbff]/.test(text.charAt(to - 1)) ? to - 1 : to;
}

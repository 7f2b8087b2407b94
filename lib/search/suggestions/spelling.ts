/** A word of a search, where it begins, and as it is compared: small, without accents. */
export type Typed = { text: string; at: number; plain: string };

/** Words of a search that may have been typed wrong. */
const mostWords = 4;
/** Shorter ones are too much alike. */
const shortest = 4;

/** The words that are looked for, not those that are excluded; a phrase has words too. */
export function wordsOf(q: string): Typed[] {
  const excluded = [...q.matchAll(/(?<![^\s"])-(?:"[^"]*"?|\S+)/gu)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return [...q.matchAll(/\p{L}+/gu)]
    .filter(({ index }) => !excluded.some(({ from, to }) => index >= from && index < to))
    .map(({ 0: text, index }) => ({ text, at: index, plain: plainOf(text) }))
    .filter(({ plain }) => plain.length >= shortest)
    .slice(0, mostWords);
}

/** Small letters without accents. */
export function plainOf(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

/** Whether one is the other with few slips: one in a short word, two from six letters on, three from ten. */
export function isNear(typed: string, word: string): boolean {
  const most = 1 + [6, 10].filter((letters) => typed.length >= letters).length;
  return Math.abs(typed.length - word.length) <= most && slips(typed, word) <= most;
}

/** Letters left out, added, mistaken or changed places with the next one (optimal string alignment). */
export function slips(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const now = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((last[j] ?? 0) + 1, (now[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      now.push(least);
    }
    before = last;
    last = now;
  }
  return last[b.length] ?? 0;
}

/** The search with some of its words put right; quotes, signs and the other words stay. */
export function corrected(q: string, words: ReadonlyMap<Typed, string>): string {
  let text = "";
  let end = 0;
  for (const [{ at, text: typed }, word] of [...words].toSorted(([a], [b]) => a.at - b.at)) {
    text += q.slice(end, at) + word;
    end = at + typed.length;
  }
  return text + q.slice(end);
}

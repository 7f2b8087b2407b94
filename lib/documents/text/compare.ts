import { diffLines, diffWordsWithSpace } from "diff";

/** Characters of each text that are compared. */
export const mostCompared = 200_000;
/** Milliseconds for finding the lines that differ, and then the words within them. */
const time = { lines: 400, words: 400 };
/** Characters of two pieces whose words are compared; of longer ones each is shown whole. */
const mostWords = 8_000;
/** Equal lines that are shown before and after what differs. */
const around = 3;

export type Change = "same" | "added" | "removed";
/** A piece of a comparison. */
export type Piece = { kind: Change; text: string };
/** What is shown: pieces one after the other, or how many equal lines are left out. */
export type Part = { pieces: Piece[] } | { left: number };
/** Both texts, one through the other; null where they differ too much to be compared in reasonable time. */
export type Comparison = {
  parts: Part[];
  /** characters that came and that went */
  added: number;
  removed: number;
} | null;

/**
 * Compares two texts by lines, and by words where lines took the place of others. The work is bounded in time; the
 * clock is only what it is stopped by.
 */
export function compareTexts(before: string, after: string): Comparison {
  const lines = diffLines(ended(before), ended(after), { timeout: time.lines });
  if (!lines) return null;
  const pieces: Piece[] = [];
  let left: number = time.words;
  for (let index = 0; index < lines.length; index += 1) {
    const line = lines[index];
    if (!line) continue;
    const next = lines[index + 1];
    if (line.removed && next?.added && line.value.length + next.value.length <= mostWords && left > 0) {
      const start = performance.now();
      pieces.push(...wordsOf(line.value, next.value, left));
      left -= performance.now() - start;
      index += 1;
    } else pieces.push(pieceOf(line));
  }
  const sum = (kind: Change) =>
    pieces.filter((piece) => piece.kind === kind).reduce((total, { text }) => total + text.length, 0);
  return { parts: withoutLong(pieces), added: sum("added"), removed: sum("removed") };
}

function wordsOf(before: string, after: string, timeout: number): Piece[] {
  const words = diffWordsWithSpace(before, after, { timeout });
  const whole: Piece[] = [
    { kind: "removed", text: before },
    { kind: "added", text: after },
  ];
  return words ? words.map(pieceOf) : whole;
}

function pieceOf({ value, added, removed }: { value: string; added: boolean; removed: boolean }): Piece {
  const change = added ? "added" : "removed";
  return { kind: added || removed ? change : "same", text: value };
}

/** Long stretches in which nothing differs are left out but for the lines next to what does. */
function withoutLong(pieces: Piece[]): Part[] {
  const parts: Part[] = [];
  let open: Piece[] = [];
  const close = () => {
    if (open.length > 0) parts.push({ pieces: open });
    open = [];
  };
  for (const [index, piece] of pieces.entries()) {
    const lines = piece.kind === "same" ? piece.text.split(/(?<=\n)/) : [];
    const head = index === 0 ? 0 : around;
    const tail = index === pieces.length - 1 ? 0 : around;
    if (lines.length <= head + tail + 2) {
      open.push(piece);
      continue;
    }
    if (head > 0) open.push({ kind: "same", text: lines.slice(0, head).join("") });
    close();
    parts.push({ left: lines.length - head - tail });
    if (tail > 0) open.push({ kind: "same", text: lines.slice(-tail).join("") });
  }
  close();
  return parts;
}

// A last line without its end would differ from the same line in the middle.
function ended(text: string): string {
  return text === "" || text.endsWith("\n") ? text : `${text}\n`;
}

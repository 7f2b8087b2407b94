/** Around what the database found: private signs that no text holds. */
export const marks = { start: "\uE000", stop: "\uE001" } as const;

/** A piece of text; marked where it is what was looked for. */
export type Piece = { text: string; isMarked: boolean };

const words = /[\p{L}\p{N}]+/gu;
/** Characters shown before the first found word, and in all. */
const room = { before: 80, all: 260 };

/** A Markdown text as plain words: its signs would be read as part of the text. */
export function plainText(markdown: string): string {
  return markdown
    .replace(/[\uE000\uE001]/g, "")
    .replace(/!?\[([^\]\n]{0,300})\]\([^)\n]{0,500}\)/g, "$1")
    .replace(/^[ \t>]*(?:#{1,6}[ \t]|[-*+][ \t]|\d{1,9}[.)][ \t])?[ \t>]*/gm, "")
    .replace(/[*_`~|]+/g, " ")
    .replace(/\s+/g, " ")
    .trim();
}

/**
 * A text in pieces, with the found words marked. The database marks them in a copy without accents; the words of the
 * two are the same in number and order, and where they are not, nothing is marked.
 */
export function markPieces(text: string, marked: string): Piece[] {
  const found = foundWords(marked);
  const spans = [...text.matchAll(words)];
  if (found.length !== spans.length) return [{ text, isMarked: false }];
  const pieces: Piece[] = [];
  let end = 0;
  for (const [index, span] of spans.entries()) {
    if (!found[index]) continue;
    if (span.index > end) pieces.push({ text: text.slice(end, span.index), isMarked: false });
    pieces.push({ text: span[0], isMarked: true });
    end = span.index + span[0].length;
  }
  if (end < text.length) pieces.push({ text: text.slice(end), isMarked: false });
  return pieces;
}

/** The part of a text around the first found word; its beginning where none was found. */
export function excerptOf(pieces: Piece[]): Piece[] {
  const first = pieces.findIndex((piece) => piece.isMarked);
  const before = pieces
    .slice(0, Math.max(0, first))
    .map(({ text }) => text)
    .join("");
  const from = before.length > room.before ? wordStart(before, before.length - room.before) : 0;
  const shown: Piece[] = from > 0 ? [{ text: "… ", isMarked: false }] : [];
  let position = 0;
  let left = room.all;
  for (const { text, isMarked } of pieces) {
    const begin = Math.max(0, from - position);
    position += text.length;
    if (begin >= text.length) continue;
    if (left <= 0) return [...shown, { text: " …", isMarked: false }];
    const rest = text.slice(begin);
    const cut = rest.length > left && !isMarked ? rest.slice(0, wordStart(rest, left)).trimEnd() : rest;
    shown.push({ text: cut, isMarked });
    left -= rest.length;
    if (cut.length < rest.length) return [...shown, { text: " …", isMarked: false }];
  }
  return shown;
}

function foundWords(marked: string): boolean[] {
  const found: boolean[] = [];
  let inside = false;
  for (const [sign] of marked.matchAll(/[\uE000\uE001]|[\p{L}\p{N}]+/gu)) {
    if (sign === marks.start) inside = true;
    else if (sign === marks.stop) inside = false;
    else found.push(inside);
  }
  return found;
}

// The next word's beginning, unless the text has hardly any spaces.
function wordStart(text: string, from: number): number {
  const space = text.indexOf(" ", from);
  return space >= 0 && space - from < 40 ? space + 1 : from;
}

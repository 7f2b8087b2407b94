/** Stands in mails that may be answered, above everything else, in whatever language: what follows is ours. */
export const replyMark = "– – –";

/** Programs fold what people type at 72 to 78 signs: a line that is shorter by a word was ended by who wrote it. */
const foldedFrom = 60;
const foldedTo = 78;

const words = {
  // "On Mon, 23 Mar 2026 at 10:15, Sperimenta <…> wrote:" and its like; folded over two lines by some.
  attribution:
    /^(?:(?:il(?: giorno)?|in data) .{4,200} (?:ha|hai|hanno) scritto|on .{4,200} wrote|(?:le|am|el|den|op) .{4,200} (?:a écrit|schrieb.{0,80}|escribió|skrev.{0,80}|schreef.{0,80})) ?:$/i,
  // The head that Outlook sets above what it quotes, under a line or without one.
  from: /^\**(?:da|from|mittente|von|de)\**: ?\**.{1,200}$/i,
  sent: /^\**(?:inviato|sent|data|date|gesendet|envoyé|enviado)(?: (?:il|on))?\**: ?\**.{1,120}$/i,
  original:
    /^[-_]{2,} ?(?:messaggio originale|original message|messaggio inoltrato|forwarded message|original appointment) ?[-_]{2,}$/i,
  // What programs and offices set below a mail.
  device:
    /^(?:inviato da(?:l mio)? .{1,60}|inviata da(?:l mio)? .{1,60}|sent from (?:my )?.{1,60}|(?:ottieni|scarica|get) outlook (?:per|for) .{1,60}|(?:get|ottieni) .{0,20}outlook.{0,60}|inviato con .{1,60})$/i,
  notice:
    /^[*_ ]*(?:(?:le informazioni contenute|questo messaggio|il presente messaggio|la presente comunicazione|il contenuto di questa|this (?:e-?mail|message) (?:and|is|may|contains)).{0,200}(?:riservat|confidenzial|destinatar|confidential|intended)|(?:ai sensi|avvert(?:enza|enze)|informativa privacy|nota di riservatezza).{0,120}(?:196|679|gdpr|privacy|riservatezza|regolamento))/i,
} as const;

/**
 * What a person typed in answer to a mail, as Markdown: without what their program quotes of it, without signature and
 * notices, lines that the program folded put together again.
 */
export function replyText(text: string): string {
  const lines = text
    .replace(/\r\n?/g, "\n")
    .replace(/[\u00a0\u202f]/g, " ")
    .replace(/[\u200b\u2060\ufeff]/g, "")
    .split("\n")
    .map((line) => line.trimEnd());
  return unfolded(withoutSignature(withoutQuotes(lines)));
}

function withoutQuotes(lines: readonly string[]): string[] {
  const kept: string[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    if (line.includes(replyMark) || words.original.test(line) || isOutlookHead(lines, at)) {
      return withoutAttribution(kept);
    }
    const folds = attributionAt(lines, at);
    if (folds > 0) {
      // Quoted line by line it may be answered line by line, below; else all that follows is quoted.
      const next = nextText(lines, at + folds);
      if (!lines[next]?.startsWith(">")) return kept;
      at += folds - 1;
    } else if (!line.startsWith(">")) kept.push(line);
  }
  return kept;
}

/** Over how many lines the words stand that introduce a quote; 0 when none begins here. */
function attributionAt(lines: readonly string[], at: number): number {
  for (const folds of [1, 2, 3]) {
    const line = lines
      .slice(at, at + folds)
      .map((one) => one.replace(/^> ?/, "").trim())
      .join(" ")
      .trim();
    if (line.length < 400 && words.attribution.test(line)) return folds;
  }
  return 0;
}

/** Our mark stands within the quote: the words that introduce it are right above. */
function withoutAttribution(kept: string[]): string[] {
  const last = kept.findLastIndex((line) => line.trim() !== "");
  for (const folds of [1, 2, 3]) {
    const from = last - folds + 1;
    if (from >= 0 && attributionAt(kept, from) === folds) return kept.slice(0, from);
  }
  return kept;
}

function isOutlookHead(lines: readonly string[], at: number): boolean {
  if (!words.from.test((lines[at] ?? "").trim())) return false;
  return lines.slice(at + 1, at + 4).some((line) => words.sent.test(line.trim()));
}

function nextText(lines: readonly string[], from: number): number {
  const next = lines.slice(from).findIndex((line) => line.trim() !== "");
  return next === -1 ? lines.length : from + next;
}

function withoutSignature(lines: readonly string[]): string[] {
  const end = lines.findIndex(
    (line) => line === "--" || words.device.test(line.trim()) || words.notice.test(line),
  );
  const kept = end === -1 ? [...lines] : lines.slice(0, end);
  // The rule that some programs draw above what they add.
  while (/^\s*[_=-]{0,80}\s*$/.test(kept.at(-1) ?? "x")) kept.pop();
  return kept;
}

function unfolded(lines: readonly string[]): string {
  const paragraphs: string[] = [];
  let open = "";
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    open += line.replace(/^ {1,}(?=\S)/, (spaces) => spaces.slice(0, 3));
    if (line.trim() === "" || next === undefined || next.trim() === "") {
      if (open.trim() !== "") paragraphs.push(open.trim());
      open = "";
    } else open += isFolded(line, next) ? " " : endOf(next);
  }
  return paragraphs.join("\n\n");
}

function isFolded(line: string, next: string): boolean {
  if (isBlock(next) || line.length > foldedTo) return false;
  const [word = ""] = next.trim().split(" ", 1);
  return line.length >= foldedFrom && line.length + 1 + word.length > foldedTo - 6;
}

/** How a line ends that was ended by who wrote it: Markdown would join it with the next one, but for lists. */
function endOf(next: string): string {
  return isBlock(next) ? "\n" : "\\\n";
}

/** Lists, tables and the like keep their lines. */
function isBlock(line: string): boolean {
  return /^\s*(?:[-*+•] |\d{1,3}[.)] |[|#>])/.test(line);
}

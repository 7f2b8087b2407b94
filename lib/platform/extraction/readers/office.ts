import type { TextSink } from "@/lib/platform/extraction/outcome";
import { UnreadableFileError } from "@/lib/platform/extraction/outcome";
import { numbered, openArchive } from "@/lib/platform/extraction/readers/archive";
import { readMarkup, type TextRules, walkMarkup } from "@/lib/platform/extraction/readers/markup";

// What was taken away in a revision and what a field is made of are no part of the text; a fallback says the same again.
const wordRules: TextRules = {
  within: new Set(["t"]),
  not: new Set(["instrText", "delText", "moveFrom", "Fallback", "pPr", "rPr", "sectPr"]),
  before: { tab: "\t", br: "\n", cr: "\n", noBreakHyphen: "-" },
  after: { p: "\n", tc: "\t" },
};
const openRules: TextRules = {
  within: new Set(["p", "h"]),
  not: new Set(["tracked-changes", "annotation", "note-citation"]),
  before: { tab: "\t", "line-break": "\n", s: " " },
  after: { p: "\n", h: "\n", "table-cell": "\t" },
};
const slideRules: TextRules = {
  within: new Set(["t"]),
  not: new Set(["Fallback"]),
  before: { br: "\n" },
  after: { p: "\n" },
};

/** Text of a Word document with its notes. */
export function readWord(bytes: Uint8Array, sink: TextSink): void {
  const parts = ["document", "footnotes", "endnotes"].map((part) => `word/${part}.xml`);
  const files = openArchive(bytes, (name) => parts.includes(name));
  if (!files.has("word/document.xml")) throw new UnreadableFileError("damaged");
  for (const part of parts) {
    const file = files.get(part);
    if (file) readMarkup(file, sink, wordRules);
  }
}

/** Text of an OpenDocument file: text, sheet or slides. */
export function readOpenDocument(bytes: Uint8Array, sink: TextSink): void {
  const files = openArchive(bytes, (name) => name === "content.xml" || name === "META-INF/manifest.xml");
  const manifest = files.get("META-INF/manifest.xml");
  let isEncrypted = false;
  if (manifest) {
    walkMarkup(manifest, {
      open(name) {
        isEncrypted ||= name === "encryption-data";
      },
    });
  }
  if (isEncrypted) throw new UnreadableFileError("encrypted");
  const content = files.get("content.xml");
  if (!content) throw new UnreadableFileError("damaged");
  readMarkup(content, sink, openRules);
}

/** Text of slides, each with its notes after all slides. */
export function readSlides(bytes: Uint8Array, sink: TextSink): void {
  const slide = /^ppt\/slides\/slide(\d{1,5})\.xml$/;
  const notes = /^ppt\/notesSlides\/notesSlide(\d{1,5})\.xml$/;
  const files = openArchive(bytes, (name) => slide.test(name) || notes.test(name));
  if (files.size === 0) throw new UnreadableFileError("damaged");
  for (const file of [...numbered(files, slide), ...numbered(files, notes)]) {
    readMarkup(file, sink, slideRules);
    sink.add("\n");
  }
}

/** What stands in the cells of a workbook, a line for each row. */
export function readSheets(bytes: Uint8Array, sink: TextSink): void {
  const sheet = /^xl\/worksheets\/sheet(\d{1,5})\.xml$/;
  const files = openArchive(bytes, (name) => name === "xl/sharedStrings.xml" || sheet.test(name));
  const sheets = numbered(files, sheet);
  if (sheets.length === 0) throw new UnreadableFileError("damaged");
  const shared = sharedTexts(files.get("xl/sharedStrings.xml"));
  for (const file of sheets) {
    readSheet(file, shared, sink);
    sink.add("\n");
  }
}

/** Texts that cells name by their place in one list. What says how a word is pronounced is left out. */
function sharedTexts(file: Uint8Array | undefined): string[] {
  const texts: string[] = [];
  if (!file) return texts;
  let text = "";
  let isText = false;
  let isPhonetic = false;
  walkMarkup(file, {
    open(name) {
      if (name === "si") text = "";
      else if (name === "rPh") isPhonetic = true;
      isText = name === "t" && !isPhonetic;
    },
    close(name) {
      if (name === "si") texts.push(text);
      else if (name === "rPh") isPhonetic = false;
      isText = false;
    },
    text(value) {
      if (isText) text += value;
    },
  });
  return texts;
}

function readSheet(file: Uint8Array, shared: readonly string[], sink: TextSink): void {
  let kind = "";
  let value = "";
  let isValue = false;
  walkMarkup(file, {
    open(name, attributes) {
      if (name === "c") {
        kind = attributes.t ?? "";
        value = "";
      }
      isValue = name === "v" || name === "t";
    },
    close(name) {
      isValue = false;
      if (name === "row") sink.add("\n");
      if (name !== "c" || value === "") return;
      sink.add(`${kind === "s" ? (shared[Number(value)] ?? "") : value}\t`);
    },
    text(text) {
      if (isValue) value += text;
    },
  });
}

import type { TextFormat } from "@/lib/platform/extraction/formats";
import {
  type Extracted,
  TextIsFullError,
  type TextSink,
  textSink,
  UnreadableFileError,
} from "@/lib/platform/extraction/outcome";

type Reader = (bytes: Uint8Array, sink: TextSink) => void | Promise<void>;

// Each with its libraries only where it is needed: a process reads one file.
const office = () => import("@/lib/platform/extraction/readers/office");
const readers: Record<TextFormat, () => Promise<Reader>> = {
  pdf: async () => (await import("@/lib/platform/extraction/readers/pdf")).readPdf,
  docx: async () => (await office()).readWord,
  pptx: async () => (await office()).readSlides,
  xlsx: async () => (await office()).readSheets,
  odf: async () => (await office()).readOpenDocument,
  plain: async () => (await import("@/lib/platform/extraction/readers/plain")).readPlain,
};

/** Reads the text of a whole file, in this process: only a child that is watched does so with what others put in. */
export async function readText(bytes: Uint8Array, format: TextFormat): Promise<Extracted> {
  const sink = textSink();
  let isCut = false;
  try {
    const read = await readers[format]();
    await read(bytes, sink);
  } catch (error) {
    if (error instanceof UnreadableFileError) return { failure: error.failure };
    if (!(error instanceof TextIsFullError)) throw error;
    isCut = true;
  }
  return { text: tidy(sink.all(), format), isCut };
}

// Neither the database nor a page bears these; the last two are the search's own marks.
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is these that are taken out
const unprintable = /[\u0000-\u0008\u000b-\u001f\u007f\ufeff\ue000\ue001]/g;

/** What others than people of letters wrote keeps its shape: an indent means something in Markdown. */
function tidy(text: string, format: TextFormat): string {
  const clean = wellFormed(text.replace(/\r\n?|\f/g, "\n").replace(unprintable, "")).normalize("NFC");
  if (format === "plain") return clean;
  return clean
    .replace(/[^\S\n\t]+/g, " ")
    .replace(/[^\S\n]+\n/g, "\n")
    .replace(/\n /g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

// Halves of characters, as where a text was cut, become the sign for what is missing.
function wellFormed(text: string): string {
  return Buffer.from(text, "utf8").toString("utf8");
}

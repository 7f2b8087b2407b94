import { join } from "node:path";
import { TextIsFullError, type TextSink, UnreadableFileError } from "@/lib/platform/extraction/outcome";

/** Pages that are read; whoever writes more of them rarely writes for readers. */
const mostPages = 2_000;

/** Text of a PDF, page by page. A page that cannot be read is passed over; one that has only pictures has no text. */
export async function readPdf(bytes: Uint8Array, sink: TextSink): Promise<void> {
  // The library reaches for a drawing module to have this; nothing is drawn here.
  for (const name of ["DOMMatrix", "ImageData", "Path2D"])
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {} });
  const { getDocument, VerbosityLevel } = await import("pdfjs-dist/legacy/build/pdf.mjs");
  const library = join(process.cwd(), "node_modules/pdfjs-dist");
  const task = getDocument({
    data: bytes,
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: join(library, "cmaps/"),
    standardFontDataUrl: join(library, "standard_fonts/"),
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
  });
  const document = await task.promise.catch((error: Error) => {
    throw new UnreadableFileError(error.name === "PasswordException" ? "encrypted" : "damaged", {
      cause: error,
    });
  });
  let isAnyRead = false;
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const text = await textOfPage(document, number);
    if (text === null) continue;
    isAnyRead = true;
    sink.add(`${text}\n\n`);
  }
  if (!isAnyRead) throw new UnreadableFileError("damaged");
  if (document.numPages > mostPages) throw new TextIsFullError();
}

type Page = { getTextContent(): Promise<{ items: object[] }>; cleanup(): boolean };

async function textOfPage(
  document: { getPage(number: number): Promise<Page> },
  number: number,
): Promise<string | null> {
  try {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    page.cleanup();
    return (items as { str?: string; hasEOL?: boolean }[])
      .map(({ str = "", hasEOL }) => (hasEOL ? `${str}\n` : str))
      .join("");
  } catch {
    return null;
  }
}

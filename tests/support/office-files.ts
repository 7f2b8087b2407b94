import PDFDocument from "pdfkit";
import { zipOf } from "@/tests/proof/zip";

const xml = '<?xml version="1.0" encoding="UTF-8"?>';
const entry = (name: string, text: string) => ({ name, data: Buffer.from(text) });

/** A Word document of these paragraphs, each given as the text of its runs or as markup. */
export function wordFile(paragraphs: readonly string[], more: Record<string, string> = {}): Buffer {
  const body = paragraphs.map((one) => `<w:p>${one.startsWith("<") ? one : run(one)}</w:p>`).join("");
  return zipOf([
    entry("[Content_Types].xml", `${xml}<Types/>`),
    entry("word/document.xml", `${xml}<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`),
    ...Object.entries(more).map(([name, text]) => entry(name, text)),
  ]);
}

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`;

/** An OpenDocument file with this content. */
export function openFile(content: string, manifest = "<manifest:manifest/>"): Buffer {
  return zipOf([
    entry("mimetype", "application/vnd.oasis.opendocument.text"),
    entry("META-INF/manifest.xml", `${xml}${manifest}`),
    entry(
      "content.xml",
      `${xml}<office:document-content xmlns:office="o">${content}</office:document-content>`,
    ),
  ]);
}

/** A workbook: the texts that cells share, and the markup of the rows of each sheet. */
export function sheetFile(shared: readonly string[], sheets: readonly string[]): Buffer {
  return zipOf([
    entry(
      "xl/sharedStrings.xml",
      `${xml}<sst>${shared.map((one) => `<si><t>${one}</t></si>`).join("")}</sst>`,
    ),
    ...sheets.map((rows, index) =>
      entry(
        `xl/worksheets/sheet${index + 1}.xml`,
        `${xml}<worksheet><sheetData>${rows}</sheetData></worksheet>`,
      ),
    ),
  ]);
}

/** Slides with one text each. */
export function slidesFile(texts: readonly string[]): Buffer {
  return zipOf(
    texts.map((text, index) =>
      entry(
        `ppt/slides/slide${index + 1}.xml`,
        `${xml}<p:sld><a:p><a:r><a:t>${text}</a:t></a:r></a:p></p:sld>`,
      ),
    ),
  );
}

/** A PDF with these pages, behind a password where one is given. */
export async function pdfFile(pages: readonly string[], password?: string): Promise<Buffer> {
  const document = new PDFDocument({ autoFirstPage: false, ...(password ? { userPassword: password } : {}) });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise((resolve) => document.on("end", resolve));
  for (const text of pages) document.addPage().text(text);
  document.end();
  await ended;
  return Buffer.concat(parts);
}

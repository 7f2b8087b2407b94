import "server-only";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Locale } from "@/lib/platform/i18n/routing";

/** A part of a document: what it is, for those who hear it read, and its text. */
export type Block =
  | { kind: "title" | "heading" | "subheading" | "text" | "note"; text: string }
  | { kind: "list"; items: string[]; isOrdered?: boolean }
  | { kind: "facts"; facts: { label: string; value: string }[] }
  | PdfTable
  /** what follows begins on a page of its own */
  | { kind: "break" }
  /** lines to be signed, each with the words before it */
  | { kind: "signatures"; labels: string[] };

/** A table whose first column names its rows; `share` of the width, `rowHeight` in points where something is written by hand. */
export type PdfTable = {
  kind: "table";
  columns: { header: string; share: number }[];
  rows: string[][];
  rowHeight?: number;
};

const fonts = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource/titillium-web/files");
const looks = {
  title: { tag: "H1", font: "bold", size: 20, gap: 12 },
  heading: { tag: "H2", font: "bold", size: 14, gap: 8 },
  subheading: { tag: "H3", font: "bold", size: 12, gap: 6 },
  text: { tag: "P", font: "regular", size: 11, gap: 8 },
  note: { tag: "P", font: "regular", size: 9, gap: 6 },
} as const;

type CellOptions = PDFKit.Mixins.RowOptions;

const cellPadding = 4;
/** Room for the words before a signature and the line on which it is written. */
const signatureHeight = 80;
const ink = "#17324d";
const muted = "#4b6075";

/** A tagged PDF (EN 301 549 covers published documents too), with our own font inside it. */
export async function makePdf(document: {
  title: string;
  locale: Locale;
  madeAt: Date;
  blocks: Block[];
  /** across, with narrower margins, for wide tables */
  isLandscape?: boolean;
}): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: "A4",
    layout: document.isLandscape ? "landscape" : "portrait",
    margin: document.isLandscape ? 36 : 64,
    pdfVersion: "1.7",
    tagged: true,
    lang: document.locale === "it" ? "it-IT" : "en-GB",
    displayTitle: true,
    bufferPages: true,
    info: {
      Title: document.title,
      Creator: "Sperimenta",
      CreationDate: document.madeAt,
      ModDate: document.madeAt,
    },
  });
  pdf.registerFont("regular", join(fonts, "titillium-web-latin-400-normal.woff"));
  pdf.registerFont("bold", join(fonts, "titillium-web-latin-700-normal.woff"));
  const chunks: Uint8Array[] = [];
  const done = new Promise<Uint8Array>((resolve, reject) => {
    pdf.on("data", (chunk: Uint8Array) => chunks.push(chunk));
    pdf.on("end", () => resolve(Buffer.concat(chunks)));
    pdf.on("error", reject);
  });
  const root = pdf.struct("Document");
  pdf.addStructure(root);
  for (const block of document.blocks) draw(pdf, root, block);
  root.end();
  numberPages(pdf);
  pdf.end();
  return done;
}

function draw(pdf: PDFKit.PDFDocument, root: PDFKit.PDFStructureElement, block: Block): void {
  if (block.kind === "facts") {
    for (const { label, value } of block.facts) {
      root.add(
        pdf.struct("P", {}, () => {
          pdf.font("regular").fontSize(9).fillColor(muted).text(label);
          pdf.font("bold").fontSize(11).fillColor(ink).text(value).moveDown(0.6);
        }),
      );
    }
  } else if (block.kind === "break") {
    pdf.addPage();
  } else if (block.kind === "table") {
    drawTable(pdf, root, block);
  } else if (block.kind === "signatures") {
    for (const label of block.labels) {
      // The words and the line below them stay together.
      if (pdf.y + signatureHeight > pdf.page.height - pdf.page.margins.bottom) pdf.addPage();
      root.add(pdf.struct("P", {}, () => drawSignature(pdf, label)));
    }
  } else if (block.kind === "list") {
    root.add(list(pdf, block.items, block.isOrdered === true));
  } else {
    const look = looks[block.kind];
    root.add(
      pdf.struct(look.tag, {}, () => {
        pdf.font(look.font).fontSize(look.size).fillColor(ink).text(block.text, { paragraphGap: look.gap });
      }),
    );
  }
}

/**
 * Header cells are tagged with the column or row that they name, so that each cell is read with its headers. On each page
 * the table begins anew with them: a sheet of a register is signed by itself.
 */
function drawTable(
  pdf: PDFKit.PDFDocument,
  root: PDFKit.PDFStructureElement,
  { columns, rows, rowHeight = 0 }: PdfTable,
): void {
  const { width, height, margins } = pdf.page;
  const whole = columns.reduce((sum, column) => sum + column.share, 0);
  const widths = columns.map(({ share }) => ((width - margins.left - margins.right) * share) / whole);
  const header = (text: string, scope: "Column" | "Row") => ({
    text,
    type: "TH",
    scope,
    font: { src: "bold" },
  });
  const begin = () => {
    pdf.font("regular").fontSize(9).fillColor(ink);
    const options = {
      structParent: root,
      columnStyles: widths.map((one) => ({ width: one })),
      rowStyles: (row: number) => (row === 0 ? {} : { minHeight: rowHeight }),
      defaultStyle: { padding: cellPadding, border: 0.5, borderColor: muted, textColor: ink },
    };
    // The types of the library do not name what its tables take for those who hear them read.
    const table = pdf.table(options as PDFKit.Mixins.TableOptions);
    return table.row(columns.map((column) => header(column.header, "Column")) as CellOptions[]);
  };
  const heightOf = (cells: string[]) =>
    Math.max(
      rowHeight,
      ...cells.map((text, index) => {
        pdf.font(index === 0 ? "bold" : "regular");
        const room = (widths[index] ?? width) - 2 * cellPadding;
        return pdf.heightOfString(text, { width: room }) + 2 * cellPadding;
      }),
    );
  let table = begin();
  for (const cells of rows) {
    const needed = heightOf(cells);
    pdf.font("regular");
    if (pdf.y + needed >= height - margins.bottom) {
      table.end();
      pdf.addPage();
      table = begin();
    }
    const [first = "", ...rest] = cells;
    table.row([header(first, "Row") as CellOptions, ...rest]);
  }
  table.end();
  pdf.x = margins.left;
  pdf.moveDown(1.2);
}

function drawSignature(pdf: PDFKit.PDFDocument, label: string): void {
  pdf.moveDown(1.4).font("regular").fontSize(11).fillColor(ink).text(label);
  const y = pdf.y + 22;
  pdf
    .moveTo(pdf.page.margins.left, y)
    .lineTo(pdf.page.margins.left + 240, y)
    .lineWidth(0.5)
    .strokeColor(muted)
    .stroke();
  pdf.y = y + 8;
}

/** Numbers below the pages of what has several; no part of the text, so nobody hears them in the middle of a sentence. */
function numberPages(pdf: PDFKit.PDFDocument): void {
  const { count } = pdf.bufferedPageRange();
  if (count < 2) return;
  for (let index = 0; index < count; index += 1) {
    pdf.switchToPage(index);
    const { width, height, margins } = pdf.page;
    // Below the margin the library would begin another page.
    const bottom = margins.bottom;
    margins.bottom = 0;
    pdf.markContent("Artifact", { type: "Pagination" });
    pdf
      .font("regular")
      .fontSize(9)
      .fillColor(muted)
      .text(`${index + 1} / ${count}`, margins.left, height - bottom / 2, {
        width: width - margins.left - margins.right,
        align: "right",
        lineBreak: false,
      });
    pdf.endMarkedContent();
    margins.bottom = bottom;
  }
}

function list(pdf: PDFKit.PDFDocument, items: string[], isOrdered: boolean): PDFKit.PDFStructureElement {
  const { font, size } = looks.text;
  return pdf.struct(
    "L",
    {},
    items.map((item, index) =>
      pdf.struct("LI", {}, [
        pdf.struct("LBody", {}, () => {
          const mark = isOrdered ? `${index + 1}.` : "•";
          pdf
            .font(font)
            .fontSize(size)
            .fillColor("#17324d")
            .text(`${mark} ${item}`, { paragraphGap: index === items.length - 1 ? 8 : 3 });
        }),
      ]),
    ),
  );
}

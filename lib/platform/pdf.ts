import "server-only";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import type { Locale } from "@/lib/platform/i18n/routing";

/** A part of a document: what it is, for those who hear it read, and its text. */
export type Block =
  | { kind: "title" | "heading" | "subheading" | "text" | "note"; text: string }
  | { kind: "list"; items: string[]; isOrdered?: boolean }
  | { kind: "facts"; facts: { label: string; value: string }[] };

const fonts = join(/* turbopackIgnore: true */ process.cwd(), "node_modules/@fontsource/titillium-web/files");
const looks = {
  title: { tag: "H1", font: "bold", size: 20, gap: 12 },
  heading: { tag: "H2", font: "bold", size: 14, gap: 8 },
  subheading: { tag: "H3", font: "bold", size: 12, gap: 6 },
  text: { tag: "P", font: "regular", size: 11, gap: 8 },
  note: { tag: "P", font: "regular", size: 9, gap: 6 },
} as const;

/** A tagged PDF (EN 301 549 covers published documents too), with our own font inside it. */
export async function makePdf(document: {
  title: string;
  locale: Locale;
  madeAt: Date;
  blocks: Block[];
}): Promise<Uint8Array> {
  const pdf = new PDFDocument({
    size: "A4",
    margin: 64,
    pdfVersion: "1.7",
    tagged: true,
    lang: document.locale === "it" ? "it-IT" : "en-GB",
    displayTitle: true,
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
  pdf.addStructure(
    pdf.struct(
      "Document",
      {},
      document.blocks.flatMap((block) => structure(pdf, block)),
    ),
  );
  pdf.end();
  return done;
}

function structure(pdf: PDFKit.PDFDocument, block: Block): PDFKit.PDFStructureElement[] {
  if (block.kind === "facts") {
    return block.facts.map(({ label, value }) =>
      pdf.struct("P", {}, () => {
        pdf.font("regular").fontSize(9).fillColor("#4b6075").text(label);
        pdf.font("bold").fontSize(11).fillColor("#17324d").text(value).moveDown(0.6);
      }),
    );
  }
  if (block.kind === "list") return [list(pdf, block.items, block.isOrdered === true)];
  const look = looks[block.kind];
  return [
    pdf.struct(look.tag, {}, () => {
      pdf
        .font(look.font)
        .fontSize(look.size)
        .fillColor("#17324d")
        .text(block.text, { paragraphGap: look.gap });
    }),
  ];
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

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import PDFDocument from "pdfkit";
import { putObject } from "@/lib/platform/storage/storage";

export type DemoFile = { filename: string; mimeType: string; bytes: Buffer };

const mimeTypes = {
  pdf: "application/pdf",
  csv: "text/csv; charset=utf-8",
  txt: "text/plain; charset=utf-8",
  p7m: "application/pkcs7-mime",
} as const;

type Extension = keyof typeof mimeTypes;

function file(filename: string, extension: Extension, bytes: Buffer): DemoFile {
  return { filename: `${filename}.${extension}`, mimeType: mimeTypes[extension], bytes };
}

export type Sheet = { title: string; subtitle: string; paragraphs: readonly string[] };

/** A short tagged PDF in Italian. */
export async function pdf(filename: string, sheet: Sheet, at: Date): Promise<DemoFile> {
  const document = new PDFDocument({
    size: "A4",
    margin: 64,
    lang: "it-IT",
    tagged: true,
    displayTitle: true,
    info: { Title: sheet.title, Author: sheet.subtitle, CreationDate: at, ModDate: at },
  });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const ended = new Promise<void>((resolve, reject) => {
    document.on("end", resolve);
    document.on("error", reject);
  });
  const root = document.struct("Document");
  document.addStructure(root);
  root.add(
    document.struct("H1", {}, () => void document.font("Helvetica-Bold").fontSize(20).text(sheet.title)),
  );
  root.add(document.struct("P", {}, () => void document.font("Helvetica").fontSize(12).text(sheet.subtitle)));
  for (const paragraph of sheet.paragraphs) {
    root.add(
      document.struct("P", {}, () => void document.moveDown().fontSize(11).text(paragraph, { lineGap: 3 })),
    );
  }
  root.end();
  document.end();
  await ended;
  return file(filename, "pdf", Buffer.concat(parts));
}

/** Rows as spreadsheets of Italian offices read them: byte-order mark, semicolons. */
export function csv(filename: string, rows: readonly (readonly (string | number)[])[]): DemoFile {
  const lines = rows.map((row) => row.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(";"));
  return file(filename, "csv", Buffer.from(`\uFEFF${lines.join("\r\n")}\r\n`, "utf8"));
}

/** A plain text. */
export function text(filename: string, lines: readonly string[]): DemoFile {
  return file(filename, "txt", Buffer.from(`${lines.join("\n")}\n`, "utf8"));
}

/** The agreement that a chamber's secretary signed: an envelope made once, by an invented authority. */
export async function signedAgreement(): Promise<DemoFile> {
  const bytes = await readFile(
    join(process.cwd(), "prisma/seed/running-edition/accordo-di-adesione.txt.p7m"),
  );
  return file("Accordo_di_adesione.txt", "p7m", bytes);
}

export type StoredFile = { sha256: string; size: number; filename: string; mimeType: string };

/** Puts files into the storage. @returns what their versions point to, in the same order */
export async function storeFiles(files: readonly DemoFile[]): Promise<StoredFile[]> {
  return Promise.all(
    files.map(async ({ filename, mimeType, bytes }) => {
      const { sha256, size } = await putObject(bytes);
      return { sha256, size, filename, mimeType };
    }),
  );
}

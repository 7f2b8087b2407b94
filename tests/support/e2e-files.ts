import { randomBytes } from "node:crypto";
import PDFDocument from "pdfkit";

export type SentFile = { name: string; mimeType: string; buffer: Buffer };

/** A PDF that opens, with at least so many bytes. */
export async function pdfFile(name: string, text: string, atLeast = 0): Promise<SentFile> {
  const document = new PDFDocument({ size: "A4", compress: false });
  const parts: Buffer[] = [];
  document.on("data", (part: Buffer) => parts.push(part));
  const whole = new Promise<void>((resolve) => document.on("end", resolve));
  document.text(text);
  if (atLeast > 0) document.file(randomBytes(atLeast), { name: "allegato.bin" });
  document.end();
  await whole;
  return { name, mimeType: "application/pdf", buffer: Buffer.concat(parts) };
}

/** A file whose first bytes are those of a program of Windows. */
export function programFile(name: string): SentFile {
  const buffer = Buffer.concat([Buffer.from("MZ\u0090\0\u0003\0\0\0\u0004\0", "latin1"), Buffer.alloc(4096)]);
  return { name, mimeType: "application/pdf", buffer };
}

export function textFile(name: string, text: string, mimeType = "text/plain"): SentFile {
  return { name, mimeType, buffer: Buffer.from(text) };
}

import {
  type EnvelopeSignature,
  readEnvelope,
  UnreadableEnvelopeError,
} from "@/lib/documents/signatures/cms";

/** A signature within a PDF. */
export type PdfSignature = EnvelopeSignature & {
  /** whether it covers the file to its end: what was added later it says nothing of */
  coversWhole: boolean;
};

const range = /\/ByteRange\s*\[\s*(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s+(\d{1,12})\s*\]/g;
const maxSignatures = 50;

/**
 * Signatures of a PDF (PAdES, ETSI EN 319 142-1; ISO 32000-1, 12.8.1), in the order of the file; none for a PDF that
 * nobody signed, and none for its time stamps.
 * @throws UnreadableEnvelopeError
 */
export async function readPdfSignatures(pdf: Uint8Array<ArrayBuffer>): Promise<PdfSignature[]> {
  const text = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("latin1");
  const ranges = [...text.matchAll(range)].slice(0, maxSignatures);
  const found: PdfSignature[] = [];
  for (const match of ranges) {
    const [start = 0, length = 0, resumed = 0, rest = 0] = match.slice(1).map(Number);
    const end = resumed + rest;
    if (start !== 0 || length > resumed || end > pdf.length)
      throw new UnreadableEnvelopeError("ranges outside the file");
    const envelope = fromHex(text.slice(length, resumed));
    const detached = Buffer.concat([pdf.subarray(0, length), pdf.subarray(resumed, end)]);
    const signatures = await readEnvelope(envelope, arrayBufferOf(detached));
    const coversWhole = end === pdf.length;
    found.push(...(signatures ?? []).map((signature) => ({ ...signature, coversWhole })));
  }
  return found;
}

/** The envelope between the ranges: `<` hexadecimal digits `>`, filled up with zeros that its own length leaves out. */
function fromHex(text: string): Uint8Array<ArrayBuffer> {
  const digits = /^\s*<([0-9A-Fa-f\s]*)>\s*$/.exec(text)?.[1];
  if (digits === undefined) throw new UnreadableEnvelopeError("no envelope between the ranges");
  return Uint8Array.from(Buffer.from(digits.replace(/\s/g, ""), "hex"));
}

function arrayBufferOf(bytes: Buffer): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}

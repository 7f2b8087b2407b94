import { readEnvelope, UnreadableEnvelopeError } from "@/lib/documents/signatures/cms";
import { envelope } from "@/lib/documents/signatures/kinds";
import { type PdfSignature, readPdfSignatures } from "@/lib/documents/signatures/pades";

export type FoundSignature = PdfSignature & { format: "CADES" | "PADES" };

/**
 * Who signed a file, in the order in which it holds the signatures.
 * @throws UnreadableEnvelopeError for what bears a signature that cannot be read
 */
export async function readSignatures(
  bytes: Uint8Array<ArrayBuffer>,
  mimeType: string,
): Promise<FoundSignature[]> {
  if (mimeType !== envelope)
    return (await readPdfSignatures(bytes)).map((one) => ({ ...one, format: "PADES" }));
  const signatures = await readEnvelope(derOf(bytes));
  if (!signatures) throw new UnreadableEnvelopeError("a time stamp");
  return signatures.map((one) => ({ ...one, coversWhole: true, format: "CADES" }));
}

/** Envelopes come as they are, or as base64 with or without the lines around it. */
function derOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  if (bytes[0] === 0x30) return bytes;
  const text = Buffer.from(bytes)
    .toString("latin1")
    .replace(/-----[A-Z0-9 ]+-----/g, "");
  return Uint8Array.from(Buffer.from(text, "base64"));
}

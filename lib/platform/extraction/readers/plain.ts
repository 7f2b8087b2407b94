import type { TextSink } from "@/lib/platform/extraction/outcome";

/** A file that is text: UTF-8 or UTF-16 where it says so, else as Windows wrote it for decades. */
export function readPlain(bytes: Uint8Array, sink: TextSink): void {
  sink.add(decode(bytes));
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const latin = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
    return latin.replace(/[\u0080-\u009f]/g, (sign) => windows[sign.charCodeAt(0) - 0x80] ?? sign);
  }
}

// What Windows has where Latin-1 has nothing: the apostrophe of every Italian text. Node 20 takes the two for the same.
const windows = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

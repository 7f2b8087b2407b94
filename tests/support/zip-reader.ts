import { createHash } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { promisify } from "node:util";
import { type Entry, fromBuffer, type Options, type ZipFile } from "yauzl";

/** What is in an archive, by path, in its order; read by a library that has nothing in common with what wrote it. */
export async function filesIn(archive: Buffer): Promise<Map<string, Buffer>> {
  const open = promisify<Buffer, Options, ZipFile>(fromBuffer);
  const zip = await open(archive, { lazyEntries: true, strictFileNames: true });
  const files = new Map<string, Buffer>();
  const read = promisify<Entry, NodeJS.ReadableStream>(zip.openReadStream.bind(zip));
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      read(entry)
        .then((stream) => buffer(stream))
        .then((bytes) => {
          if (files.has(entry.fileName)) throw new Error(`twice in the archive: ${entry.fileName}`);
          files.set(entry.fileName, bytes);
          zip.readEntry();
        })
        .catch(reject);
    });
    zip.on("end", resolve);
    zip.on("error", reject);
    zip.readEntry();
  });
  return files;
}

/** The hash of bytes as SHA256SUMS writes it. */
export const sha256Of = (bytes: Buffer | string) => createHash("sha256").update(bytes).digest("hex");

/** SHA256SUMS of an archive, by path. */
export function sumsIn(files: Map<string, Buffer>): Map<string, string> {
  const lines = (files.get("SHA256SUMS") ?? "").toString().split("\n").filter(Boolean);
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Rows of one of its tables, without the mark at the beginning; cells hold no semicolons or line breaks in the tests. */
export function tableIn(files: Map<string, Buffer>, path: string): string[][] {
  const text = (files.get(path) ?? "").toString().replace(/^\ufeff/, "");
  return text
    .split("\r\n")
    .filter(Boolean)
    .map((line) => line.split(";"));
}

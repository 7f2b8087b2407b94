import { inflateRawSync } from "node:zlib";

const entry = Buffer.from("PK\x01\x02", "latin1");

/** The files of an archive as texts, by name; of one that our own portal wrote, so nothing in it is doubted. */
export function unzip(archive: Buffer): Map<string, string> {
  const files = new Map<string, string>();
  for (let at = archive.indexOf(entry); at >= 0; at = archive.indexOf(entry, at + 1)) {
    const name = archive.toString("utf8", at + 46, at + 46 + archive.readUInt16LE(at + 28));
    const start = archive.readUInt32LE(at + 42);
    const from = start + 30 + archive.readUInt16LE(start + 26) + archive.readUInt16LE(start + 28);
    const bytes = archive.subarray(from, from + archive.readUInt32LE(at + 20));
    files.set(name, (archive.readUInt16LE(at + 10) === 0 ? bytes : inflateRawSync(bytes)).toString());
  }
  return files;
}

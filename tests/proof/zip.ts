import { crc32, deflateRawSync } from "node:zlib";

type Entry = { name: string } & ({ data: Buffer } | { deflated: { bytes: Buffer; size: number } });

/** An archive, whose entries may say of themselves what is not true. */
export function zipOf(entries: Entry[]): Buffer {
  const parts: Buffer[] = [];
  const index: Buffer[] = [];
  let offset = 0;
  for (const entry of entries) {
    const name = Buffer.from(entry.name);
    const { bytes, size } =
      "data" in entry ? { bytes: deflateRawSync(entry.data), size: entry.data.length } : entry.deflated;
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(8, 4);
    facts.writeUInt32LE("data" in entry ? crc32(entry.data) : 0, 10);
    facts.writeUInt32LE(bytes.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from("PK\u0003\u0004"), facts, name, bytes]);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    index.push(Buffer.concat([Buffer.from("PK\u0001\u0002\u0014\0"), facts, place, name]));
    parts.push(local);
    offset += local.length;
  }
  const directory = Buffer.concat(index);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(entries.length, 4);
  end.writeUInt16LE(entries.length, 6);
  end.writeUInt32LE(directory.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, directory, Buffer.from("PK\u0005\u0006"), end]);
}

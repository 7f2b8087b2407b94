import { crc32, deflateSync } from "node:zlib";
import type { DemoFile } from "../running-edition/files";

const width = 640;
const height = 480;

type Colour = readonly [number, number, number];

/** A cover as PNG: the portal's path of dots that grows into a line, on a ground of one colour. */
export function picture(filename: string, ground: Colour, line: Colour): DemoFile {
  const rows = Buffer.alloc(height * (1 + width * 3));
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) {
      const [r, g, b] = isOnPath(x, y) ? line : ground;
      const at = y * (1 + width * 3) + 1 + x * 3;
      rows[at] = r;
      rows[at + 1] = g;
      rows[at + 2] = b;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  // Eight bits each of red, green and blue.
  head.set([8, 2, 0, 0, 0], 8);
  const bytes = Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk("IHDR", head),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
  return { filename: `${filename}.png`, mimeType: "image/png", bytes };
}

function isOnPath(x: number, y: number): boolean {
  for (let dot = 0; dot < 9; dot += 1) {
    const [cx, cy] = [70 + dot * 44, 330 - dot * 9];
    if ((x - cx) ** 2 + (y - cy) ** 2 < (5 + dot * 2) ** 2) return true;
  }
  return x >= 440 && x <= 590 && Math.abs(y - (330 - ((x - 70) / 44) * 9)) < 22;
}

function chunk(kind: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const around = Buffer.alloc(8);
  around.writeUInt32BE(data.length, 0);
  around.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([around.subarray(0, 4), body, around.subarray(4)]);
}

import { randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** Lines that wait on the disk: those of an index may be a hundred thousand, and none of them has to be in memory. */
export type Spool<Line> = {
  add(line: Line): Promise<void>;
  /** all lines added before, in their order; may be asked several times */
  lines(): AsyncGenerator<Line>;
  remove(): Promise<void>;
};

const enough = 64 * 1024;

// JSON lets these stand, readline takes them for the end of a line.
const otherBreaks = /[\u2028\u2029]/g;
const escaped = (sign: string) => `\\u${sign.charCodeAt(0).toString(16)}`;

/** Opens a spool in a folder for temporary files, whose sweep takes what a killed process left. */
export async function openSpool<Line>(directory: string): Promise<Spool<Line>> {
  await mkdir(directory, { recursive: true, mode: 0o700 });
  const path = join(/* turbopackIgnore: true */ directory, randomUUID());
  const handle = await open(path, "wx", 0o600);
  let waiting = "";
  const flush = async () => {
    const text = waiting;
    waiting = "";
    if (text) await handle.appendFile(text);
  };
  return {
    async add(line) {
      waiting += `${JSON.stringify(line).replace(otherBreaks, escaped)}\n`;
      if (waiting.length >= enough) await flush();
    },
    async *lines() {
      await flush();
      const source = createReadStream(/* turbopackIgnore: true */ path);
      try {
        for await (const line of createInterface({ input: source, crlfDelay: Number.POSITIVE_INFINITY }))
          yield JSON.parse(line) as Line;
      } finally {
        source.destroy();
      }
    },
    async remove() {
      await handle.close();
      await rm(path, { force: true });
    },
  };
}

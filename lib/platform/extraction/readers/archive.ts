import { unzipSync } from "fflate";
import { UnreadableFileError } from "@/lib/platform/extraction/outcome";

/** Inflated bytes of one file of an archive and of all that are read of it, and entries: an office file has some hundred. */
const limits = { entry: 64_000_000, all: 128_000_000, entries: 10_000 };

/**
 * The wanted files of an archive, by name. What an archive says of itself is not believed: each file gets as much room as
 * was declared and no more, and more than the limits is not declared twice.
 * @throws UnreadableFileError
 */
export function openArchive(bytes: Uint8Array, isWanted: (name: string) => boolean): Map<string, Uint8Array> {
  let entries = 0;
  let inflated = 0;
  try {
    const files = unzipSync(bytes, {
      filter({ name, originalSize }) {
        entries += 1;
        if (entries > limits.entries) throw new UnreadableFileError("tooComplex");
        if (!isWanted(name)) return false;
        inflated += originalSize;
        if (originalSize > limits.entry || inflated > limits.all) throw new UnreadableFileError("tooComplex");
        return true;
      },
    });
    return new Map(Object.entries(files));
  } catch (error) {
    if (error instanceof UnreadableFileError) throw error;
    throw new UnreadableFileError("damaged", { cause: error });
  }
}

/** Files named with a number, such as slides, in its order. */
export function numbered(files: ReadonlyMap<string, Uint8Array>, pattern: RegExp): Uint8Array[] {
  return [...files]
    .map(([name, bytes]) => ({ number: Number(pattern.exec(name)?.[1] ?? Number.NaN), bytes }))
    .filter(({ number }) => !Number.isNaN(number))
    .sort((a, b) => a.number - b.number)
    .map(({ bytes }) => bytes);
}

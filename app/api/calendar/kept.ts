import { LRUCache } from "lru-cache";

/** A calendar as it was sent last, in its parts. */
type Parts = readonly Uint8Array[];

// Ten thousand events take some ten megabytes; a portal has one calendar of that size, and many small ones.
const mostBytes = 48 * 1024 ** 2;
const kept = new LRUCache<string, Parts>({
  maxSize: mostBytes,
  maxEntrySize: mostBytes / 2,
  sizeCalculation: (parts) => parts.reduce((sum, part) => sum + part.byteLength, 1),
});

/**
 * The parts of a calendar as bytes: those that were made before under the same key, or made now and then kept. The key
 * names whose calendar it is, in which form, and its revision, so that a change is a calendar that nobody has made yet.
 */
export async function* keptParts(
  key: string,
  make: () => Promise<AsyncGenerator<string>>,
): AsyncGenerator<Uint8Array> {
  const known = kept.get(key);
  if (known) {
    yield* known;
    return;
  }
  const encoder = new TextEncoder();
  const made: Uint8Array[] = [];
  for await (const text of await make()) {
    const part = encoder.encode(text);
    made.push(part);
    yield part;
  }
  // Whoever went away before the end leaves nothing: a half is no calendar.
  kept.set(key, made);
}

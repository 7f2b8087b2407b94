import type { Readable } from "node:stream";

/**
 * A stream of Node as the body of an answer: read when it is asked for, destroyed when nobody wants it any more. Node's own
 * `Readable.toWeb` gives out a chunk that was on its way when its reader left, and the error of that ends the process.
 */
export function asWebStream(source: Readable): ReadableStream<Uint8Array> {
  const chunks = source[Symbol.asyncIterator]();
  // What fails before anybody reads is met by whoever reads.
  source.on("error", () => undefined);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      // Whoever waits for the end of an answer waits until what it was made of is tidied up.
      async cancel() {
        if (source.closed) return;
        const closed = new Promise<void>((resolve) => source.once("close", resolve));
        source.destroy();
        await closed;
      },
    },
    { highWaterMark: 0 },
  );
}

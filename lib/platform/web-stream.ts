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
      cancel() {
        source.destroy();
      },
    },
    { highWaterMark: 0 },
  );
}

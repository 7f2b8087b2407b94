/** One event of a live stream. With an `id` it is one that happened, without one it is how things stand now. */
export type LiveEvent = { name: string; id?: number; data: unknown };

/** A stream of events to one browser. */
export type EventStream = {
  body: ReadableStream<Uint8Array>;
  /** @returns whether the reader takes it; one that is behind by too much takes nothing any more */
  send(text: string): boolean;
  end(): void;
};

/** What waits in memory for a reader who takes nothing; more is not kept for anybody. */
const mostBehind = 32 * 1024;

/** Lets the browser come back after a pause of its own, so that not all come at once. */
export const retryLine = (random: number): string => `retry: ${2_000 + Math.floor(random * 3_000)}\n\n`;

/** A sign of life, which browsers pass over. */
export const heartbeatLine = ": \n\n";

/** An event in the form of the protocol. */
export function eventLines({ name, id, data }: LiveEvent): string {
  return `event: ${name}\n${id === undefined ? "" : `id: ${id}\n`}data: ${JSON.stringify(data)}\n\n`;
}

/** @param left called once when the reader is gone or was ended */
export function openEventStream(left: () => void): EventStream {
  const encoder = new TextEncoder();
  let controller: ReadableStreamDefaultController<Uint8Array> | null = null;
  let isOver = false;
  const over = () => {
    if (isOver) return;
    isOver = true;
    left();
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start: (own) => {
        controller = own;
      },
      cancel: over,
    },
    new ByteLengthQueuingStrategy({ highWaterMark: mostBehind }),
  );
  return {
    body,
    send(text) {
      if (isOver || !controller || (controller.desiredSize ?? 0) <= 0) return false;
      controller.enqueue(encoder.encode(text));
      return true;
    },
    end() {
      if (!isOver) controller?.close();
      over();
    },
  };
}

import { IncomingMessage, type OutgoingHttpHeaders, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { Duplex } from "node:stream";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** An answer as Next gave it. */
export type Rendered = { status: number; headers: OutgoingHttpHeaders; body: Buffer };

/** Above this an answer is not worth a place in memory: it goes to whoever asks as it is made. */
const largest = 8 * 1024 ** 2;
/** Who waits for others' answer this long gets one of their own. */
const longest = 30_000;

/**
 * Has an answer made by Next without anybody asking for it: the request knows an address and the headers given here,
 * and nothing of a client; whoever waits may leave.
 * @returns null when the answer is too large, or too long in the making
 */
export async function render(
  handle: Handler,
  url: string,
  headers: Record<string, string>,
): Promise<Rendered | null> {
  const { socket, received } = deadEnd();
  const request = new IncomingMessage(socket);
  Object.assign(request, { method: "GET", url, headers });
  request.push(null);
  // Of an older version than 1.1: what is written is the head, an empty line and the plain body.
  const response = new ServerResponse(request);
  response.assignSocket(socket);
  // With one header set, those that are given together with the status are remembered as well.
  response.setHeader("X-Made-For", "everybody");
  // Node's server does this for its own connections: Next waits for it after each large piece.
  socket.on("drain", () => response.emit("drain"));
  const patience = setTimeout(() => socket.destroy(), longest);
  const isWhole = new Promise<boolean>((resolve) => {
    response.once("finish", () => resolve(true));
    socket.once("close", () => resolve(false));
  });
  try {
    // A failure rejects at once; else the answer may be whole before or after the handler is done.
    if (!(await Promise.race([isWhole, handle(request, response).then(() => isWhole)]))) return null;
  } finally {
    clearTimeout(patience);
    // What Next keeps for the time of the answer, it lets go at this sign.
    response.emit("close");
  }
  const wire = Buffer.concat(received);
  return {
    status: response.statusCode,
    headers: response.getHeaders(),
    body: wire.subarray(wire.indexOf("\r\n\r\n") + 4),
  };
}

/** A connection that leads nowhere and remembers what was written. */
function deadEnd(): { socket: Socket; received: Buffer[] } {
  const received: Buffer[] = [];
  let size = 0;
  const end = new Duplex({
    read: () => undefined,
    write(chunk: Buffer, _encoding, done) {
      received.push(chunk);
      size += chunk.length;
      if (size > largest) end.destroy();
      done();
    },
  });
  return { socket: end as Socket, received };
}

import { createServer, type Server, type Socket } from "node:net";

/** What our clamd finds, and when it takes no more. */
export const threatText = "UNA-PROVA-DI-MINACCIA";
const threatName = "Prova.Minaccia";

export type Scanner = {
  address: string;
  /** sizes of what was looked at */
  seen: number[];
  close(): Promise<void>;
};

/**
 * A clamd of ours for tests: speaks INSTREAM and PING, finds one text, and refuses streams above a size as the real one
 * does, before their end.
 */
export async function startScanner(options: { largest?: number; path?: string } = {}): Promise<Scanner> {
  const seen: number[] = [];
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    const talk = talkOf(socket, seen, options.largest ?? Number.POSITIVE_INFINITY);
    socket.on("data", talk);
  });
  await new Promise<void>((resolve) =>
    options.path ? server.listen(options.path, resolve) : server.listen(0, "127.0.0.1", resolve),
  );
  const at = server.address();
  const address = typeof at === "string" ? at : `127.0.0.1:${at?.port}`;
  return {
    address,
    seen,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

/** What is said on one connection: a command, then its chunks, each after its length. */
function talkOf(socket: Socket, seen: number[], largest: number): (bytes: Buffer) => void {
  let held = Buffer.alloc(0);
  let scanned = Buffer.alloc(0);
  let command = "";
  const take = (): Buffer | null => {
    const length = held.length < 4 ? -1 : held.readUInt32BE(0);
    if (length < 0 || held.length < 4 + length) return null;
    const chunk = held.subarray(4, 4 + length);
    held = held.subarray(4 + length);
    return chunk;
  };
  const begin = () => {
    const end = held.indexOf(0);
    if (end < 0) return;
    command = held.subarray(0, end).toString();
    held = held.subarray(end + 1);
    if (command === "zPING") socket.end("PONG\0");
  };
  const look = () => {
    for (let chunk = take(); chunk; chunk = take()) {
      scanned = Buffer.concat([scanned, chunk]);
      const isOver = scanned.length > largest;
      if (!isOver && chunk.length > 0) continue;
      command = "over";
      if (isOver) return socket.end("INSTREAM size limit exceeded. ERROR\0");
      seen.push(scanned.length);
      return socket.end(scanned.includes(threatText) ? `stream: ${threatName} FOUND\0` : "stream: OK\0");
    }
  };
  return (bytes) => {
    held = Buffer.concat([held, bytes]);
    if (!command) begin();
    if (command === "zINSTREAM") look();
  };
}

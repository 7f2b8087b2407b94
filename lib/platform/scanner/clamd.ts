import { once } from "node:events";
import { connect, type Socket } from "node:net";
import type { Readable } from "node:stream";

/** The scanner is away or gives no answer about a file: it is asked again. */
export class ScannerError extends Error {
  readonly code = "scannerAway";

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "ScannerError";
  }
}

/** How long the scanner may say nothing. It reads a large file only when all of it is there. */
const patience = 300_000;
const greeting = 2_000;

/**
 * Has clamd look at bytes on their way (INSTREAM), one chunk in memory at a time.
 * @param address "host:port", or the path of a socket
 * @returns the name of what was found, or null
 * @throws ScannerError
 */
export async function scanStream(address: string, source: Readable): Promise<string | null> {
  const { socket, answer } = open(address, patience);
  try {
    await written(socket, Buffer.from("zINSTREAM\0"));
    for await (const chunk of source) {
      const bytes = chunk as Uint8Array;
      const length = Buffer.alloc(4);
      length.writeUInt32BE(bytes.byteLength);
      await written(socket, length);
      await written(socket, bytes);
    }
    await written(socket, Buffer.alloc(4));
  } catch (error) {
    // It may have answered before the end: that the file is larger than it takes.
    if (!(error instanceof ScannerError)) throw error;
  } finally {
    source.destroy();
  }
  const said = await answer;
  socket.destroy();
  if (/: OK$/.test(said)) return null;
  const [, threat] = /: (.+) FOUND$/.exec(said) ?? [];
  if (!threat) throw new ScannerError(said || "no answer");
  return threat.slice(0, 200);
}

/** Whether a scanner answers there. */
export async function isScannerThere(address: string): Promise<boolean> {
  const { socket, answer } = open(address, greeting);
  try {
    await written(socket, Buffer.from("zPING\0"));
    return (await answer) === "PONG";
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

function open(address: string, wait: number): { socket: Socket; answer: Promise<string> } {
  const [, host = "", port = ""] = /^\[?(.+?)\]?:(\d+)$/.exec(address) ?? [];
  const socket = address.startsWith("/") ? connect(address) : connect(Number(port), host);
  const answer = new Promise<string>((resolve, reject) => {
    let text = "";
    const end = () => resolve(text.replace(/\0.*$/s, "").trim());
    socket.on("data", (bytes) => {
      text += bytes.toString("utf8");
      if (text.includes("\0")) end();
    });
    socket.once("close", end);
    socket.once("error", (cause) =>
      text ? end() : reject(new ScannerError("the scanner cannot be reached", { cause })),
    );
    socket.setTimeout(wait, () => socket.destroy(new Error("the scanner says nothing")));
  });
  // Whoever is still writing meets the same fault there.
  answer.catch(() => undefined);
  return { socket, answer };
}

async function written(socket: Socket, bytes: Uint8Array): Promise<void> {
  try {
    if (socket.destroyed) throw new Error("closed");
    if (!socket.write(bytes)) await Promise.race([once(socket, "drain"), closed(socket)]);
  } catch (cause) {
    throw new ScannerError("the scanner stopped listening", { cause });
  }
}

async function closed(socket: Socket): Promise<never> {
  await once(socket, "close");
  throw new Error("closed");
}

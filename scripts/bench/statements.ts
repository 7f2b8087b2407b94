import { connect, createServer, type Socket } from "node:net";

/** A statement as it went to the server, with its values in text form. */
export type Statement = { text: string; values: (string | null)[] };

/** Whether a statement only reads; it may begin with a comment. */
export function isQuery({ text }: Pick<Statement, "text">): boolean {
  return /^\s*(?:\/\*.*?\*\/\s*)?(?:select|with)\b/i.test(text);
}

/**
 * A wire between the portal and its database that writes down every statement executed: what an ORM or a library adds
 * cannot hide from it.
 */
export async function tapDatabase(url: string) {
  const target = new URL(url);
  const behind = { port: Number(target.port || 5432), host: target.hostname };
  const heard: Statement[] = [];
  const sockets = new Set<Socket>();
  const server = createServer((front) => {
    const back = connect(behind);
    const listen = listener((statement) => heard.push(statement));
    for (const socket of [front, back]) {
      sockets.add(socket);
      socket.setNoDelay(true).on("error", () => socket.destroy());
      socket.once("close", () => sockets.delete(socket));
    }
    front.on("data", listen);
    front.pipe(back).pipe(front);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  target.port = String(typeof address === "object" && address ? address.port : 0);
  target.hostname = "127.0.0.1";
  return {
    url: target.href,
    /** what was executed since the last call */
    taken: (): Statement[] => heard.splice(0),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}

/** Reads the messages of a client of PostgreSQL: Parse, Bind and Execute, and the simple Query. */
function listener(tell: (statement: Statement) => void): (chunk: Buffer) => void {
  const parsed = new Map<string, string>();
  let bound: Statement = { text: "", values: [] };
  let rest: Buffer = Buffer.alloc(0);
  let isStarted = false;
  const read = (type: string, body: Buffer) => {
    const [first, afterFirst] = textAt(body, 0);
    if (type === "Q") tell({ text: first, values: [] });
    if (type === "P") parsed.set(first, textAt(body, afterFirst)[0]);
    if (type === "B") {
      const [name, afterName] = textAt(body, afterFirst);
      bound = { text: parsed.get(name) ?? "", values: valuesAt(body, afterName) };
    }
    if (type === "E") tell(bound);
  };
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    for (;;) {
      // The first message of a connection has no letter before its length.
      const start = isStarted ? 1 : 0;
      if (rest.length < start + 4) return;
      const end = start + rest.readInt32BE(start);
      if (rest.length < end) return;
      if (isStarted) read(String.fromCharCode(rest[0] ?? 0), rest.subarray(5, end));
      isStarted = true;
      rest = rest.subarray(end);
    }
  };
}

function textAt(body: Buffer, from: number): [text: string, next: number] {
  const end = body.indexOf(0, from);
  return end === -1 ? ["", body.length] : [body.toString("utf8", from, end), end + 1];
}

function valuesAt(body: Buffer, from: number): (string | null)[] {
  const formats = body.readInt16BE(from);
  let at = from + 2 + formats * 2;
  const values: (string | null)[] = [];
  const count = body.readInt16BE(at);
  at += 2;
  for (let index = 0; index < count; index += 1) {
    const length = body.readInt32BE(at);
    at += 4;
    values.push(length < 0 ? null : body.toString("utf8", at, at + Math.max(0, length)));
    at += Math.max(0, length);
  }
  return values;
}

import { once } from "node:events";
import { request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import { text } from "node:stream/consumers";

const boundary = "----sperimenta0123456789";

/** A file on its way into the portal, of which only a part has been sent. */
export type SlowUpload = {
  /** sends the rest; @returns status and body of the answer */
  finish(): Promise<{ status: number; body: string }>;
  /** ends when the portal has closed the connection */
  closed: Promise<void>;
};

/** Begins to send a document as its form does, and stops half way. */
export async function beginUpload(
  url: string,
  cookie: string,
  { title, size, query = "" }: { title: string; size: number; query?: string },
): Promise<SlowUpload> {
  const field = (name: string, value: string) =>
    `--${boundary}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`;
  const head =
    field("kind", "STUDY_MATERIAL") +
    field("title", title) +
    `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${title}.txt"\r\n` +
    "content-type: text/plain\r\n\r\n";
  const tail = `\r\n--${boundary}--\r\n`;
  const begin = url.startsWith("https:") ? httpsRequest : httpRequest;
  const outgoing = begin(`${url}/api/upload/document?programme=camere-nuova-edizione&locale=it${query}`, {
    method: "POST",
    agent: false,
    headers: {
      cookie,
      origin: url,
      accept: "application/json",
      "content-type": `multipart/form-data; boundary=${boundary}`,
      "content-length": head.length + size + tail.length,
    },
  });
  const answered = once(outgoing, "response") as Promise<[IncomingMessage]>;
  answered.catch(() => undefined);
  const closed = new Promise<void>((resolve) =>
    outgoing.once("error", () => resolve()).once("close", () => resolve()),
  );
  outgoing.write(head);
  const half = Math.floor(size / 2);
  await new Promise<void>((resolve) => outgoing.write(Buffer.alloc(half, "a"), () => resolve()));
  return {
    closed,
    async finish() {
      outgoing.end(Buffer.concat([Buffer.alloc(size - half, "b"), Buffer.from(tail)]));
      const [incoming] = await answered;
      return { status: incoming.statusCode ?? 0, body: await text(incoming) };
    },
  };
}

import type { IncomingMessage } from "node:http";
import { mayBePage } from "@/lib/platform/server/response-headers";

const formKinds = /^(?:multipart\/form-data|application\/x-www-form-urlencoded)\b/i;
const secretName = /password|token|secret/i;

/** Name and text of each field, to be sent again. */
export type KeptForm = [name: string, text: string][];

/**
 * Keeps a copy of a form that a browser without JavaScript posts, while it passes to the page that takes it: without the
 * database there is no page to show it in again.
 * @returns the fields once all have come; null when there is nothing to keep, a file or a secret among them
 */
export function keepForm(request: IncomingMessage): () => Promise<KeptForm | null> {
  const kind = request.headers["content-type"] ?? "";
  const isPlainForm = request.method === "POST" && formKinds.test(kind) && !request.headers["next-action"];
  if (!isPlainForm || !mayBePage(request.url?.split("?")[0] ?? "")) return async () => null;
  const chunks: Buffer[] = [];
  // What came before anybody looked is there already: it is read, and put back for the page.
  const early: Buffer | null = request.read();
  if (early) {
    chunks.push(early);
    request.unshift(early);
  }
  const push = request.push.bind(request);
  // Every byte that arrives passes here; reading the stream would take it from the page.
  request.push = (chunk: Buffer | null, encoding?: BufferEncoding) => {
    if (chunk) chunks.push(chunk);
    return push(chunk, encoding);
  };
  return async () => {
    if (!request.complete) return null;
    const body = new Response(Buffer.concat(chunks), { headers: { "content-type": kind } });
    const fields = [...((await body.formData().catch(() => null)) ?? [])];
    const kept = fields.flatMap(([name, text]): KeptForm => (typeof text === "string" ? [[name, text]] : []));
    const isWhole = kept.length === fields.length && !kept.some(([name]) => secretName.test(name));
    return isWhole && kept.length > 0 ? kept : null;
  };
}

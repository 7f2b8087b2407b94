import { readRange } from "@/lib/platform/downloads";

/**
 * Whether a request begins a download. Whoever looks at the head, goes on with one that broke off, or asks for a piece
 * from the middle has been counted already or takes nothing.
 */
export function beginsDownload(request: Pick<Request, "method" | "headers">, size: number): boolean {
  if (request.method !== "GET") return false;
  const range = readRange(request.headers.get("range"), size);
  return range === null || (range !== "unsatisfiable" && range.start === 0);
}

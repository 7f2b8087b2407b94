import "server-only";
import { contentDisposition } from "@/lib/platform/storage/file-name";
import { linkToObject, openObject } from "@/lib/platform/storage/storage";
import { asWebStream } from "@/lib/platform/web-stream";

type Download = { sha256: string; filename: string; mimeType: string; size: number };

/**
 * Sends stored bytes as a file to keep: never shown on the portal's own origin, never guessed at, in parts when asked; or
 * sends on to the object store, where the settings say so. The caller has checked the right.
 */
export async function sendFile(request: Request, file: Download): Promise<Response> {
  const disposition = contentDisposition(file.filename);
  // A link is signed for GET alone; what HEAD wants to know is known here.
  const link =
    request.method === "GET"
      ? await linkToObject(file.sha256, { disposition, mimeType: file.mimeType })
      : null;
  if (link) return sendOn(link);
  const headers = new Headers({
    "content-type": file.mimeType,
    "content-disposition": disposition,
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    "accept-ranges": "bytes",
    etag: `"${file.sha256}"`,
  });
  const range = readRange(request.headers.get("range"), file.size);
  if (range === "unsatisfiable") {
    headers.set("content-range", `bytes */${file.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { stream } = await openObject(file.sha256, range ?? undefined);
  const length = range ? range.end - range.start + 1 : file.size;
  headers.set("content-length", String(length));
  if (range) headers.set("content-range", `bytes ${range.start}-${range.end}/${file.size}`);
  return new Response(asWebStream(stream), { status: range ? 206 : 200, headers });
}

/**
 * Nobody keeps the way to it: whoever asks again has the right checked again. That the store hears nothing of where it was
 * is the doing of the `Referrer-Policy` that every answer bears.
 */
function sendOn(link: string): Response {
  return new Response(null, {
    status: 302,
    headers: { location: link, "cache-control": "private, no-store" },
  });
}

/**
 * Sends stored bytes as a picture of a page. Only kinds that hold no script come here, and even so they run nothing
 * where they are opened by themselves. The caller has checked the right.
 * @param isPrivate not everybody may see it: nobody keeps a copy, and the right is asked for each time
 */
export async function sendImage(
  request: Request,
  image: Omit<Download, "filename">,
  { isPrivate = false }: { isPrivate?: boolean } = {},
): Promise<Response> {
  const etag = `"${image.sha256}"`;
  const headers = {
    "content-type": image.mimeType,
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": "sandbox; default-src 'none'",
    "cache-control": isPrivate ? "private, no-store" : "public, max-age=3600",
    etag,
  };
  if (request.headers.get("if-none-match") === etag) return new Response(null, { status: 304, headers });
  const { stream } = await openObject(image.sha256);
  return new Response(asWebStream(stream), {
    headers: { ...headers, "content-length": String(image.size) },
  });
}

/** Sends a PDF that was made for the asking. The caller has checked the right. */
export function sendPdf(bytes: Uint8Array, filename: string): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": "application/pdf",
      "content-disposition": contentDisposition(filename),
      "content-length": String(bytes.length),
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

/** One byte range of a header ("bytes=0-499", "bytes=500-", "bytes=-500"); null = the whole, as for several ranges. */
export function readRange(
  header: string | null,
  size: number,
): { start: number; end: number } | null | "unsatisfiable" {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return null;
  const [, from, to] = match;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return start > end || start >= size ? "unsatisfiable" : { start, end };
}

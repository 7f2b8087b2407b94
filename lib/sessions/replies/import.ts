import PostalMime, { type Attachment, type Email } from "postal-mime";
import { tokenInAddress } from "@/lib/sessions/replies/organiser";

/** A calendar's reply weighs a few kilobytes; what is quoted below it may weigh more. */
export const largestMail = 1_048_576;

/** The calendar in a mail, and the token in the address that it was sent to. */
export type ReplyMail = { calendar: string; token: string | null };

/** What a request brings, or null when it is more than any reply is. */
export async function readBody(request: Request): Promise<Uint8Array | null> {
  if (Number(request.headers.get("content-length") ?? 0) > largestMail) return null;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of request.body ?? []) {
    size += part.length;
    if (size > largestMail) return null;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** Reads a whole mail, or the part of one that is a calendar; null when there is no calendar in it. */
export async function readReplyMail(
  bytes: Uint8Array,
  contentType: string,
  inbound: string,
): Promise<ReplyMail | null> {
  if (/^text\/calendar\b/i.test(contentType)) {
    return { calendar: decoded(bytes), token: null };
  }
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 10, maxHeadersSize: 65_536 }).catch(
    () => null,
  );
  const part = mail?.attachments.find(({ mimeType }) => mimeType.toLowerCase() === "text/calendar");
  return mail && part ? { calendar: textOf(part), token: tokenOf(mail, inbound) } : null;
}

const decoded = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

function textOf({ content }: Attachment): string {
  return typeof content === "string" ? content : decoded(new Uint8Array(content));
}

// The envelope says best to whom it came; what the sender wrote stands in for it.
function tokenOf({ headers, to = [], cc = [] }: Email, inbound: string): string | null {
  const delivered = headers
    .filter(({ key }) => key === "x-original-to" || key === "delivered-to" || key === "envelope-to")
    .map(({ value }) => value.replace(/^.*<|>.*$/g, ""));
  const named = [...to, ...cc].flatMap((one) => one.address ?? []);
  return (
    [...delivered, ...named].map((one) => tokenInAddress(one, inbound)).find((one) => one !== null) ?? null
  );
}

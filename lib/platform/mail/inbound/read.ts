import { createHash } from "node:crypto";
import PostalMime, { type Address, type Attachment, type Email } from "postal-mime";
import { type AutomaticMark, automaticMark } from "@/lib/platform/mail/inbound/automatic";
import { type DeliveryReport, readDeliveryReport } from "@/lib/platform/mail/inbound/delivery-report";
import { textOfHtml } from "@/lib/platform/mail/inbound/html-to-text";
import { replyText } from "@/lib/platform/mail/inbound/reply-text";
import { tokenInAddress } from "@/lib/platform/mail-address";

/** A mail weighs more than its files by a third; larger ones are added on the page. */
export const largestMail = 20 * 1024 ** 2;

/** A file that somebody sent with a mail. */
export type MailedFile = { filename: string; bytes: Uint8Array };

/** A mail that came in. */
export type InboundMail = {
  /** in the address that it was sent to */
  token: string | null;
  /** as it says itself, lower case */
  from: string | null;
  /** told apart from every other: of its identifier, or of the whole where it bears none */
  fingerprint: string;
  automatic: AutomaticMark | null;
  /** what was typed, as Markdown */
  text: string;
  files: MailedFile[];
  /** a calendar's answer */
  calendar: string | null;
  /** when it tells that a mail was not delivered */
  reports: DeliveryReport[];
};

/** The portal as mails know it: where they are answered, who sends them ("Sperimenta <…>"), the host of their identifiers. */
export type Mailbox = { inbound: string; sender: string; host: string };

/** What a request brings, or null when it is more than is taken. */
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

/** Takes a whole mail apart; null when it is none. */
export async function readMail(bytes: Uint8Array, mailbox: Mailbox): Promise<InboundMail | null> {
  const mail = await PostalMime.parse(bytes, { maxNestingDepth: 10, maxHeadersSize: 65_536 }).catch(
    () => null,
  );
  if (!mail || mail.headers.length === 0) return null;
  const addresses = [mailbox.inbound, addressIn(mailbox.sender)];
  return {
    token: tokenOf(mail, mailbox.inbound),
    from: addressesOf(mail.from ? [mail.from] : [])[0] ?? null,
    fingerprint: fingerprintOf(mail, bytes),
    automatic: automaticMark(mail.headers, { addresses, host: mailbox.host }),
    text: replyText(typedIn(mail, bytes)),
    files: mail.attachments
      .filter(isFile)
      .map((file) => ({ filename: file.filename ?? "", bytes: bytesOf(file) })),
    calendar: partOf(mail, "text/calendar"),
    reports: readDeliveryReport(partOf(mail, "message/delivery-status") ?? ""),
  };
}

function addressIn(sender: string): string {
  return (/<([^>]+)>/.exec(sender)?.[1] ?? sender).trim().toLowerCase();
}

// The envelope says best to whom it came; what the sender wrote stands in for it.
function tokenOf({ headers, to = [], cc = [] }: Email, inbound: string): string | null {
  const delivered = headers
    .filter(({ key }) => key === "x-original-to" || key === "delivered-to" || key === "envelope-to")
    .map(({ value }) => value.replace(/^.*<|>.*$/g, ""));
  return (
    [...delivered, ...addressesOf([...to, ...cc])]
      .map((one) => tokenInAddress(one, inbound))
      .find((one) => one !== null) ?? null
  );
}

function addressesOf(addresses: readonly Address[]): string[] {
  return addresses.flatMap((one) => (one.address ? [one.address.trim().toLowerCase()] : []));
}

function fingerprintOf({ messageId }: Email, bytes: Uint8Array): string {
  return createHash("sha256")
    .update(messageId?.trim() || bytes)
    .digest("hex");
}

/** Signs of a mail that are looked at: what was typed stands above what is quoted. */
const mostText = 500_000;

// The parser makes a text of a page where there is none; ours leaves out what is marked as quoted.
function typedIn({ text = "", html }: Email, bytes: Uint8Array): string {
  return html && !hasText(bytes) ? textOfHtml(html.slice(0, mostText)) : text.slice(0, mostText);
}

const hasText = (bytes: Uint8Array) =>
  /^content-type:[ \t]*text\/plain/im.test(Buffer.from(bytes).toString("latin1"));

/** Not what belongs to the page (a logo), to the signature, or to programs. */
function isFile({ filename, mimeType, related, disposition, contentId }: Attachment): boolean {
  if (!filename || related || (disposition === "inline" && contentId)) return false;
  return !/^(?:text\/calendar|text\/(?:x-)?vcard|message\/|application\/(?:(?:x-)?pkcs7-signature|pgp-))/i.test(
    mimeType,
  );
}

function partOf({ attachments }: Email, type: string): string | null {
  const part = attachments.find(({ mimeType }) => mimeType.toLowerCase() === type);
  return part ? new TextDecoder().decode(bytesOf(part)) : null;
}

function bytesOf({ content }: Attachment): Uint8Array {
  return typeof content === "string" ? new TextEncoder().encode(content) : new Uint8Array(content);
}

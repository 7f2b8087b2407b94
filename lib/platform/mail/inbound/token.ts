import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/platform/secret-box";

/** A mail that left, as its tokens name it. */
export type SentMail = { id: string; toAddress: string };

/** What comes back under a token: an answer of its reader, or the message that it could not be delivered. */
export type MailUse = "reply" | "return";

// In hexadecimal digits. Mail servers may change the case of an address and leave 64 signs before its @.
const identifierLength = 32;
const signatureLength = 20;

/**
 * The secret of one mail, for one use. Nothing is stored: it holds for as long as the mail stands in the outbox under that
 * address; whether it may still be used is for the caller to ask.
 */
export function mailToken(mail: SentMail, use: MailUse): string {
  return mail.id.replaceAll("-", "") + signature(mail, use);
}

/** The identifier with which a token begins, or null when it is none; whether it is genuine `mailUse` says. */
export function identifierOfToken(token: string): string | null {
  const [, ...parts] =
    /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})/i.exec(token) ?? [];
  return parts.length === 0 ? null : parts.join("-").toLowerCase();
}

/** What a token of this mail is for; null when it is not genuine. */
export function mailUse(token: string, mail: SentMail): MailUse | null {
  const given = Buffer.from(token.slice(identifierLength).toLowerCase());
  const isFor = (use: MailUse) => {
    const right = Buffer.from(signature(mail, use));
    return given.length === right.length && timingSafeEqual(given, right);
  };
  return (["reply", "return"] as const).find(isFor) ?? null;
}

function signature({ id, toAddress }: SentMail, use: MailUse): string {
  return createHmac("sha256", keyFor(`mail ${use}`))
    .update([id, toAddress].join(" "))
    .digest("hex")
    .slice(0, signatureLength);
}

import { env } from "@/lib/platform/env";
import { addressWith } from "@/lib/platform/mail-address";
import { type Invited, replyToken } from "@/lib/sessions/replies/reply-token";
import type { Mailbox } from "@/lib/sessions/vevent";

/**
 * Whom a calendar answers: the address for replies with the recipient's own token, where the body's mail server hands
 * them on; else the sender of the portal's mail.
 */
export function organiserFor(invited: Invited | null): Mailbox {
  const sender = senderOf(env().MAIL_FROM);
  const { inbound } = env();
  if (!inbound || !invited) return sender;
  return { ...sender, email: addressWith(replyToken(invited, "mail"), inbound.address) };
}

function senderOf(from: string): Mailbox {
  const [, name = "Sperimenta", email] = /^\s*(.*?)\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replaceAll('"', "") || "Sperimenta", email: email ?? from };
}

import { env } from "@/lib/platform/env";
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
  return { ...sender, email: addressWith(inbound.address, replyToken(invited, "mail")) };
}

/** The token in an address for replies; null for any other address. */
export function tokenInAddress(address: string, inbound: string): string | null {
  const [name = "", host = ""] = inbound.split("@");
  const given = address.trim().toLowerCase();
  const isOurs = given.startsWith(`${name}+`) && given.endsWith(`@${host}`);
  return isOurs ? given.slice(name.length + 1, -(host.length + 1)) : null;
}

function addressWith(address: string, token: string): string {
  return address.replace("@", `+${token}@`);
}

function senderOf(from: string): Mailbox {
  const [, name = "Sperimenta", email] = /^\s*(.*?)\s*<([^>]+)>\s*$/.exec(from) ?? [];
  return { name: name.replaceAll('"', "") || "Sperimenta", email: email ?? from };
}

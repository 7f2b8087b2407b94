import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/platform/secret-box";

/** An invitation of a person to a session, as a token names it. */
export type Invited = { id: string; sessionId: string; personId: string; email: string };

/** What a token opens: the page with the buttons, or the address to which a calendar sends its reply. */
export type ReplyUse = "page" | "mail";

// In hexadecimal digits. Mail servers may change the case of an address and leave 64 signs before its @.
const signatureLength = { page: 40, mail: 20 } as const satisfies Record<ReplyUse, number>;
const identifierLength = 32;

/**
 * The secret of one invitation, for one use. Nothing is stored: it holds as long as the invitation is there and the
 * person has the address to which it was mailed. Who is taken off and invited again has another.
 */
export function replyToken(invited: Invited, use: ReplyUse): string {
  return invited.id.replaceAll("-", "") + signature(invited, use);
}

/** Whether a token is the one of this invitation for this use. */
export function isReplyToken(token: string, invited: Invited, use: ReplyUse): boolean {
  const given = Buffer.from(token.slice(identifierLength).toLowerCase());
  const right = Buffer.from(signature(invited, use));
  return given.length === right.length && timingSafeEqual(given, right);
}

function signature({ id, sessionId, personId, email }: Invited, use: ReplyUse): string {
  return createHmac("sha256", keyFor(`session reply by ${use}`))
    .update([sessionId, personId, id, email].join(" "))
    .digest("hex")
    .slice(0, signatureLength[use]);
}

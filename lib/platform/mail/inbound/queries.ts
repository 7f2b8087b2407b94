import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { identifierOfToken, type MailUse, mailUse } from "@/lib/platform/mail/inbound/token";

/** A mail of ours to which something came back. */
export type AnsweredMail = {
  id: string;
  toAddress: string;
  toPersonId: string | null;
  /** what an answer is written into */
  repliesTo: string | null;
  sentAt: Date;
};

/** The mail that a token names, and what for; null when it is forged, or of a mail that never left. */
export async function findAnsweredMail(
  actor: Actor,
  token: string,
): Promise<{ mail: AnsweredMail; use: MailUse } | null> {
  authorise(actor.kind === "system");
  const id = identifierOfToken(token);
  const mail =
    id &&
    (await db.mail.findUnique({
      where: { id },
      select: { id: true, toAddress: true, toPersonId: true, repliesTo: true, sentAt: true },
    }));
  if (!mail || mail.sentAt === null) return null;
  const use = mailUse(token, mail);
  return use && { mail: { ...mail, sentAt: mail.sentAt }, use };
}

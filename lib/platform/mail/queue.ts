import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";

/** What a template is filled with; `link` is a path of the portal, `name` whom it greets. */
export type MailParams = Record<string, string | number | boolean | null> & { link?: string };

export type NewMail = {
  /** once per recipient and cause: a second mail of the same key is not written */
  dedupeKey: string;
  /** "feature.name": its texts stand in the feature's messages under `mail.name` */
  template: `${string}.${string}`;
  /** of the recipient */
  locale: string;
  to: { address: string; personId?: string | null };
  params: MailParams;
  /** a whole calendar and what it asks the recipient's calendar to do */
  calendar?: { content: string; method: "REQUEST" | "CANCEL" | "PUBLISH" };
  /** names what it belongs to ("thread.0192…"): mails of one conversation stand together in the reader's list */
  conversation?: string;
  /** ends mails of this kind by one click, for who shows it at `/api/unsubscribe` */
  unsubscribeToken?: string;
  /** what an answer by mail is written into, where the recipient may write there ("thread.0192…") */
  repliesTo?: string;
  /** goes out though mails to the address came back: for what somebody asks for at this moment */
  insists?: boolean;
  /** does not leave before */
  notBefore?: Date | undefined;
};

/**
 * Writes a mail into the outbox and the job that sends it, in the transaction of the change that causes it.
 * @returns the mail's identifier, or null when one of this key was written before
 */
export async function queueMail(tx: Tx, mail: NewMail): Promise<string | null> {
  const [written] = await tx.mail.createManyAndReturn({
    data: {
      dedupeKey: mail.dedupeKey,
      template: mail.template,
      locale: mail.locale,
      toAddress: mail.to.address,
      toPersonId: mail.to.personId ?? null,
      params: mail.params,
      calendar: mail.calendar?.content ?? null,
      method: mail.calendar?.method ?? null,
      conversation: mail.conversation ?? null,
      unsubscribeToken: mail.unsubscribeToken ?? null,
      repliesTo: mail.repliesTo ?? null,
      insists: mail.insists ?? false,
    },
    skipDuplicates: true,
    select: { id: true },
  });
  if (!written) return null;
  await enqueueMail(tx, written.id, mail.notBefore);
  return written.id;
}

/** The job that sends a mail, now or later; one a mail. The worker has hands of their own for them. */
export async function enqueueMail(tx: Tx, mailId: string, runAt?: Date): Promise<void> {
  await enqueue(tx, "send-mail", { mailId }, { key: `mail:${mailId}`, ...(runAt ? { runAt } : {}) });
}

import type { Tx } from "@/lib/platform/db";
import { enqueue, enqueueEach } from "@/lib/platform/jobs/queue";

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
  /** the list that it belongs to ("camere.newsletter"): to whom mails of a list went is shown to nobody */
  listId?: string;
  /** what it says beside its template, when many say the same (`writeMailContent`) */
  contentId?: string;
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
    data: rowOf(mail),
    skipDuplicates: true,
    select: { id: true },
  });
  if (!written) return null;
  await enqueueMail(tx, written.id, mail.notBefore);
  return written.id;
}

/**
 * The same of many mails that say the same to a list of people: two statements whatever their number. Their jobs wait for
 * those of other mails, so that nobody's new password comes after a thousand newsletters.
 */
export async function queueMails(tx: Tx, mails: readonly NewMail[]): Promise<void> {
  const written = await tx.mail.createManyAndReturn({
    data: mails.map(rowOf),
    skipDuplicates: true,
    select: { id: true },
  });
  if (written.length === 0) return;
  const jobs = written.map(({ id }) => ({ payload: { mailId: id }, key: `mail:${id}` }));
  await enqueueEach(tx, "send-mail", jobs, { attempts: 10, priority: 1 });
}

function rowOf(mail: NewMail) {
  return {
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
    listId: mail.listId ?? null,
    contentId: mail.contentId ?? null,
    repliesTo: mail.repliesTo ?? null,
    insists: mail.insists ?? false,
  };
}

/** The job that sends a mail, now or later; one a mail. The worker has hands of their own for them. */
export async function enqueueMail(tx: Tx, mailId: string, runAt?: Date): Promise<void> {
  await enqueue(tx, "send-mail", { mailId }, { key: `mail:${mailId}`, ...(runAt ? { runAt } : {}) });
}

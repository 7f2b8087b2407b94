import "server-only";
import { db, inTransaction } from "@/lib/platform/db";
import type { MailParams } from "@/lib/platform/mail/queue";
import { holdsSecret, withoutSecrets } from "@/lib/platform/secret-paths";

const keptDays = 15;
const addressDays = 365;
/** What comes back of a list does so within hours, days at most. */
const listDays = 30;

/**
 * Forgets from which addresses mails came back, after a year: then one more is tried. Without a mark of its own to end it, an
 * address of somebody who left would stand there for ever.
 */
export async function sweepAddresses(at: Date): Promise<void> {
  const before = new Date(at.getTime() - addressDays * 86_400_000);
  await db.mailAddress.deleteMany({ where: { lastFailureAt: { lt: before } } });
}

/** Forgets the secret links of mails that never left: by then the links have expired. */
export async function sweepMails(at: Date): Promise<void> {
  const before = new Date(at.getTime() - keptDays * 86_400_000);
  const old = await db.mail.findMany({
    where: { state: { in: ["KEPT", "DEAD", "UNREACHABLE"] }, createdAt: { lt: before } },
    select: { id: true, params: true, unsubscribeToken: true },
  });
  for (const { id, params, unsubscribeToken } of old) {
    const { link } = params as MailParams;
    const isSecret = link !== undefined && holdsSecret(link);
    if (!isSecret && !unsubscribeToken) continue;
    await db.mail.update({
      where: { id },
      data: {
        ...(isSecret
          ? { params: { ...(params as MailParams), link: withoutSecrets(link) }, calendar: null }
          : {}),
        unsubscribeToken: null,
      },
      select: { id: true },
    });
  }
}

/** Removes mails of lists after a month, and what no mail says any more: an outbox of years would be a list of readers. */
export async function sweepListMails(at: Date): Promise<void> {
  const before = new Date(at.getTime() - listDays * 86_400_000);
  await inTransaction(async (tx) => {
    await tx.mail.deleteMany({ where: { listId: { not: null }, createdAt: { lt: before } } });
    await tx.mailContent.deleteMany({ where: { mails: { none: {} } } });
  });
}

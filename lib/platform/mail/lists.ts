import type { Tx } from "@/lib/platform/db";
import type { MailText } from "@/lib/platform/mail/content";

/** Writes what many mails of a list say, once; written again, it stays as it is. */
export async function writeMailContent(
  tx: Tx,
  content: MailText & { id: string; lang: string },
): Promise<void> {
  const { id, html, text, lang } = content;
  await tx.mailContent.createMany({ data: [{ id, html, text, lang }], skipDuplicates: true });
}

/**
 * Removes the mails of lists that went, or were to go, to some addresses: whoever leaves a list leaves nothing behind. One
 * that is leaving at this moment goes, and its row with the sweep.
 * @param listId of one list; without, of all
 */
export async function forgetListMails(
  tx: Tx,
  { addresses, at, listId }: { addresses: readonly string[]; at: Date; listId?: string },
): Promise<void> {
  await tx.mail.deleteMany({
    where: {
      toAddress: { in: [...addresses] },
      listId: listId ?? { not: null },
      OR: [{ leasedTo: null }, { leasedTo: { lt: at } }],
    },
  });
}

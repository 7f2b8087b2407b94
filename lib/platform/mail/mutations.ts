import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { canRetryMail } from "@/lib/platform/mail/policy";
import { enqueueMail } from "@/lib/platform/mail/queue";

/** Sends a mail again that is dead, kept or came back, once the cause is removed; also where others came back. */
export async function retryMail(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(canRetryMail(actor));
  await inTransaction(async (tx) => {
    found(await tx.mail.findUnique({ where: { id }, select: { id: true } }), "mail");
    const { count } = await tx.mail.updateMany({
      where: {
        id,
        OR: [
          { state: { in: ["DEAD", "KEPT", "FAILED"] } },
          // Of a list, what came back has lost the link by which it ends, and its reader is asked first.
          { state: { in: ["RETURNED", "UNREACHABLE"] }, listId: null },
        ],
      },
      // The 48 hours of trying begin again.
      data: {
        state: "QUEUED",
        attempts: 0,
        lastError: null,
        returnedAt: null,
        insists: true,
        createdAt: actor.at,
      },
    });
    if (count === 0) throw new DomainError("portal.mailNotRetried");
    await enqueueMail(tx, id);
    await recordEvent(tx, actor, { kind: "portal.mailRetried", subject: { kind: "mail", id } });
  });
}

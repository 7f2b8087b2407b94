import "server-only";
import { findEnding } from "@/lib/notifications/unsubscribing/queries";
import type { StopMails } from "@/lib/notifications/unsubscribing/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume } from "@/lib/platform/rate-limit";

/**
 * Ends mails of one kind, by the secret that they bore. Asked again, it changes nothing.
 * @throws NotFoundError for a link that is none of ours, or of an address that the person has no more
 */
export async function stopMails(actor: Actor, { token }: StopMails, from: { client: string }): Promise<void> {
  const ending = await findEnding(actor, token);
  if (!ending) await consume("secret-link", from.client);
  const { personId, of, groups } = found(ending, "mails");
  if (groups.length > 0) {
    await inTransaction(async (tx) => {
      await tx.$executeRaw`
        insert into notification_preference (person_id, "group", pace)
        select ${personId}::uuid, one::notification_group, 'NEVER'::mail_pace
        from unnest(${groups}::text[]) as ended(one)
        on conflict (person_id, "group") do update set pace = excluded.pace`;
      await recordEvent(tx, actor, {
        kind: "notifications.mailStopped",
        subject: { kind: "person", id: personId },
        data: { of },
      });
    });
  }
}

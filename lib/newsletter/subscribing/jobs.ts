import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvents } from "@/lib/platform/events";
import { forgetListMails } from "@/lib/platform/mail/lists";

/**
 * Removes what was never confirmed, and ends subscriptions of addresses to which nothing is sent any more, by the rule that
 * holds for people (`mail.reachability`).
 */
export async function sweepNewsletter(actor: Actor): Promise<void> {
  authorise(actor.kind === "system");
  await inTransaction(async (tx) => {
    const unconfirmed = await tx.$queryRaw<{ email: string }[]>`
      delete from newsletter_request where expires_at <= ${actor.at} returning email`;
    const unreachable = await tx.$queryRaw<{ id: string; email: string }[]>`
      delete from newsletter_subscription s using mail_address a
      where a.address = s.email and a.unreachable_at is not null returning s.id, s.email`;
    await forgetAddresses(tx, actor, [...unconfirmed, ...unreachable]);
    await recordEvents(
      tx,
      actor,
      { kind: "newsletter.ended", data: { reason: "unreachable" } },
      unreachable.map(({ id }) => ({ subject: { kind: "newsletterSubscription", id } })),
    );
  });
}

/** Of addresses that are on no list any more, and ask for none, the mails go too. */
async function forgetAddresses(tx: Tx, actor: Actor, gone: readonly { email: string }[]): Promise<void> {
  const emails = gone.map(({ email }) => email);
  const left = await tx.$queryRaw<{ email: string }[]>`
    select email from unnest(${emails}::text[]) as gone(email)
    where not exists (select 1 from newsletter_subscription s where s.email = gone.email)
      and not exists (select 1 from newsletter_request r where r.email = gone.email)`;
  await forgetListMails(tx, { addresses: left.map(({ email }) => email), at: actor.at });
}

import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { listIdOf } from "@/lib/newsletter/list-id";
import { hasNewsletter } from "@/lib/newsletter/policy";
import type {
  AskForNewsletter,
  ConfirmSubscription,
  EndSubscription,
} from "@/lib/newsletter/subscribing/schema";
import { subscriptionOfToken } from "@/lib/newsletter/subscribing/token";
import { confirmableUntil } from "@/lib/newsletter/subscribing/validity";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { forgetListMails } from "@/lib/platform/mail/lists";
import { queueMail } from "@/lib/platform/mail/queue";
import { forgetFailures } from "@/lib/platform/mail/reachability";
import { consume } from "@/lib/platform/rate-limit";

/**
 * Somebody asks for a newsletter: a link goes to the address, and until it is followed there is no subscription. What is
 * done, and answered, is the same whether the address is subscribed or not.
 */
export async function askForNewsletter(
  actor: Actor,
  { email, programme: programmeId, locale }: AskForNewsletter,
  from: { client: string },
): Promise<void> {
  await consume("newsletter", from.client);
  // Whoever writes a stranger's address into the form does not fill that stranger's letter box.
  await consume("newsletter-address", email);
  const token = randomBytes(32).toString("base64url");
  await inTransaction(async (tx) => {
    const programme = programmeId
      ? found(
          await tx.programme.findFirst({
            where: { AND: [{ id: programmeId }, hasNewsletter] },
            select: { id: true, slug: true, shortTitle: true },
          }),
          "programme",
        )
      : null;
    await holdAddress(tx, email);
    await tx.newsletterRequest.deleteMany({ where: { email, programmeId: programme?.id ?? null } });
    const { id } = await tx.newsletterRequest.create({
      data: {
        email,
        programmeId: programme?.id ?? null,
        lang: locale,
        tokenHash: hashOf(token),
        requestedAt: actor.at,
        expiresAt: confirmableUntil(actor.at),
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "newsletter.asked",
      subject: { kind: "newsletterRequest", id },
      programmeId: programme?.id ?? null,
    });
    await queueMail(tx, {
      template: "newsletter.confirmation",
      dedupeKey: `newsletter-request:${id}`,
      locale,
      to: { address: email },
      params: {
        of: programme ? "programme" : "all",
        programme: programme?.shortTitle ?? "",
        link: pagePath("/newsletter/confirm/[token]", { token }, locale),
      },
      listId: listIdOf(programme?.slug),
      insists: true,
    });
  });
}

/**
 * Makes a subscription of what was asked for, by the link that was mailed; the link is used up. Who has asked for all
 * programmes needs no other subscription, so that nobody gets an issue twice.
 * @throws NotFoundError when there is no such link, or not any more; DomainError "newsletter.linkExpired"
 */
export async function confirmSubscription(
  actor: Actor,
  { token }: ConfirmSubscription,
  from: { client: string },
): Promise<void> {
  const tokenHash = hashOf(token);
  const link = await db.newsletterRequest.findUnique({ where: { tokenHash }, select: { email: true } });
  if (!link) await consume("secret-link", from.client);
  await inTransaction(async (tx) => {
    const { email } = found(link, "request");
    await holdAddress(tx, email);
    const request = found(
      await tx.newsletterRequest.findUnique({
        where: { tokenHash },
        select: { id: true, programmeId: true, lang: true, requestedAt: true, expiresAt: true },
      }),
      "request",
    );
    if (request.expiresAt <= actor.at) throw new DomainError("newsletter.linkExpired");
    await tx.newsletterRequest.delete({ where: { id: request.id }, select: { id: true } });
    const { programmeId, lang, requestedAt } = request;
    const kept = await tx.newsletterSubscription.findFirst({
      where: { email, OR: [{ programmeId }, { programmeId: null }] },
      select: { id: true },
    });
    const { id } = kept
      ? await tx.newsletterSubscription.update({ where: kept, data: { lang }, select: { id: true } })
      : await tx.newsletterSubscription.create({
          data: { email, programmeId, lang, requestedAt, confirmedAt: actor.at },
          select: { id: true },
        });
    if (programmeId === null)
      await tx.newsletterSubscription.deleteMany({ where: { email, programmeId: { not: null } } });
    await forgetFailures(tx, email);
    await recordEvent(tx, actor, {
      kind: "newsletter.subscribed",
      subject: { kind: "newsletterSubscription", id },
      programmeId,
    });
  });
}

/**
 * Ends a subscription by the link in an issue: the address goes with it, and the mails to it. Asked again, it changes
 * nothing.
 * @throws NotFoundError for a link that is none of ours
 */
export async function endSubscription(
  actor: Actor,
  { token }: EndSubscription,
  from: { client: string },
): Promise<void> {
  const id = subscriptionOfToken(token);
  if (!id) {
    await consume("secret-link", from.client);
    throw new NotFoundError("subscription");
  }
  await inTransaction(async (tx) => {
    const subscription = await tx.newsletterSubscription.findUnique({
      where: { id },
      select: { email: true, programmeId: true, programme: { select: { slug: true } } },
    });
    if (!subscription) return;
    const { email, programmeId, programme } = subscription;
    await holdAddress(tx, email);
    const { count } = await tx.newsletterSubscription.deleteMany({ where: { id } });
    // Pressed twice at once: the first one counts.
    if (count === 0) return;
    await tx.newsletterRequest.deleteMany({ where: { email, programmeId } });
    const others = await tx.newsletterSubscription.count({ where: { email } });
    await forgetListMails(tx, {
      addresses: [email],
      at: actor.at,
      ...(others > 0 ? { listId: listIdOf(programme?.slug) } : {}),
    });
    await recordEvent(tx, actor, {
      kind: "newsletter.ended",
      subject: { kind: "newsletterSubscription", id },
      programmeId,
      data: { reason: "asked" },
    });
  });
}

/** What concerns one address happens one after the other: of two confirmations at once the second sees the first. */
async function holdAddress(tx: Tx, email: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`newsletter ${email}`}, 0))`;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

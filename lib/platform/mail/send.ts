import { db, inTransaction, type Prisma } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { mailToken } from "@/lib/platform/mail/inbound/token";
import { enqueueMail, type MailParams } from "@/lib/platform/mail/queue";
import {
  countFailure,
  isUnreachable,
  reachabilityRules,
  usualReachability,
} from "@/lib/platform/mail/reachability";
import { renderMail } from "@/lib/platform/mail/render";
import { DeliveryError, deliver } from "@/lib/platform/mail/transport";
import { addressWith } from "@/lib/platform/mail-address";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { holdsSecret, withoutSecrets } from "@/lib/platform/secret-paths";

/** How mails leave: the settings, except in tests. */
export type MailSettings = { smtpUrl?: string | undefined; from: string };

const seconds = 1_000;
const leaseFor = 120 * seconds;
const longestPause = 240 * seconds;
const giveUpAfter = 48 * 3_600 * seconds;

const settingsOfPortal = (): MailSettings => ({ smtpUrl: env().SMTP_URL, from: env().MAIL_FROM });

/**
 * Sends one mail of the outbox. Without SMTP_URL it is kept. A temporary fault tries again with growing pauses for 48
 * hours; a permanent one makes it dead at once. Both are told by the state, so the job itself does not fail.
 */
export async function sendMail(mailId: string, at: Date, settings = settingsOfPortal()): Promise<void> {
  const mail = await lease(mailId, at);
  if (!mail) return comeBack(mailId);
  if (!settings.smtpUrl) {
    await settle(mailId, { state: "KEPT" });
    return;
  }
  if (!mail.insists && (await isUnreachable(db, mail.toAddress))) {
    await settle(mailId, { state: "UNREACHABLE" });
    return;
  }
  const params = mail.params as MailParams;
  const { unsubscribeToken, conversation, listId } = mail;
  const { inbound } = env();
  const named = { id: mailId, toAddress: mail.toAddress };
  const mayAnswer = inbound !== null && mail.repliesTo !== null;
  const { hostname } = new URL(env().siteUrl);
  try {
    await deliver(settings.smtpUrl, {
      ...(await renderMail({
        template: mail.template,
        locale: mail.locale,
        params,
        content: mail.content,
        unsubscribeToken,
        mayAnswer,
      })),
      // Stable: a mail that is sent twice because a worker was killed is shown once by most readers.
      messageId: `<${mailId}@${hostname}>`,
      ...(conversation ? { conversationId: `<${conversation}@${hostname}>` } : {}),
      ...(unsubscribeToken
        ? { oneClickUrl: new URL(`/api/unsubscribe/${unsubscribeToken}`, env().siteUrl).href }
        : {}),
      ...(listId ? { listId: `${listId}.${hostname}` } : {}),
      from: settings.from,
      ...(inbound && mayAnswer ? { replyTo: addressWith(mailToken(named, "reply"), inbound.address) } : {}),
      ...(inbound ? { returnTo: addressWith(mailToken(named, "return"), inbound.address) } : {}),
      to: mail.toAddress,
      locale: mail.locale,
      ...(mail.calendar && mail.method ? { calendar: { content: mail.calendar, method: mail.method } } : {}),
    });
  } catch (error) {
    await recordFailure({ ...named, attempts: mail.attempts, createdAt: mail.createdAt }, error, at);
    return;
  }
  // A calendar entry may name the address to which its reader alone replies: what has left is not kept.
  const kept = { params: withoutSecretLink(params), calendar: null, unsubscribeToken: null };
  await settle(mailId, { state: "SENT", sentAt: at, lastError: null, ...kept });
}

// Whoever changes the row first sends; a lease that ran out belongs to a worker that died.
async function lease(mailId: string, at: Date) {
  const [leased] = await db.mail.updateManyAndReturn({
    where: {
      id: mailId,
      state: { in: ["QUEUED", "FAILED"] },
      OR: [{ leasedTo: null }, { leasedTo: { lt: at } }],
    },
    data: { attempts: { increment: 1 }, leasedTo: new Date(at.getTime() + leaseFor) },
    select: {
      template: true,
      locale: true,
      toAddress: true,
      params: true,
      calendar: true,
      method: true,
      conversation: true,
      unsubscribeToken: true,
      listId: true,
      content: { select: { html: true, text: true, lang: true } },
      repliesTo: true,
      insists: true,
      attempts: true,
      createdAt: true,
    },
  });
  return leased;
}

// Another worker is sending it, or was killed while it did: this job ends, so the next look needs one of its own.
async function comeBack(id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const waiting = await tx.mail.findFirst({
      where: { id, state: { in: ["QUEUED", "FAILED"] }, leasedTo: { not: null } },
      select: { leasedTo: true },
    });
    if (waiting?.leasedTo) await enqueueMail(tx, id, waiting.leasedTo);
  });
}

async function settle(mailId: string, data: Prisma.MailUpdateInput): Promise<void> {
  await db.mail.update({ where: { id: mailId }, data: { ...data, leasedTo: null }, select: { id: true } });
}

async function recordFailure(
  mail: { id: string; toAddress: string; attempts: number; createdAt: Date },
  error: unknown,
  at: Date,
): Promise<void> {
  // What is no fault of the delivery (a text that is missing, say) does not mend by itself.
  const fault =
    error instanceof DeliveryError
      ? error
      : new DeliveryError("permanent", (error as Error).name, { cause: error });
  const dead = fault.kind === "permanent" || at.getTime() - mail.createdAt.getTime() > giveUpAfter;
  log[dead ? "error" : "warn"]({ err: error, mail: mail.id, attempts: mail.attempts, dead }, "mail not sent");
  const rules = fault.ofAddress
    ? ((await findRuleSet(reachabilityRules, portalScope, at))?.content ?? usualReachability)
    : null;
  await inTransaction(async (tx) => {
    if (rules) await countFailure(tx, mail.toAddress, { at, rules });
    await tx.mail.update({
      where: { id: mail.id },
      data: { state: dead ? "DEAD" : "FAILED", lastError: fault.message, leasedTo: null },
      select: { id: true },
    });
    if (!dead) await enqueueMail(tx, mail.id, new Date(at.getTime() + pauseAfter(mail.attempts)));
  });
}

/** 5 s, 10 s, 20 s … at most 4 minutes: after an outage everything leaves within 5 minutes. */
function pauseAfter(attempts: number): number {
  return Math.min(longestPause, 5 * seconds * 2 ** Math.min(attempts - 1, 10));
}

function withoutSecretLink(params: MailParams): MailParams {
  return params.link && holdsSecret(params.link) ? { ...params, link: withoutSecrets(params.link) } : params;
}

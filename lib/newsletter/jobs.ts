import "server-only";
import { nextIssueState } from "@/lib/newsletter/lifecycle";
import { listIdOf } from "@/lib/newsletter/list-id";
import { endingToken } from "@/lib/newsletter/subscribing/token";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { mailText } from "@/lib/platform/mail/content";
import { writeMailContent } from "@/lib/platform/mail/lists";
import { queueMails } from "@/lib/platform/mail/queue";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";

/** Mails that are written in one transaction. */
const batch = 200;

/**
 * Writes the mails of an issue: of one whose moment has come, after it has become sent. A job that broke off is begun anew
 * and goes on where it stood; what was taken back stays.
 * @returns how many mails were written
 */
export async function sendNewsletter(
  actor: Actor,
  { issueId }: { issueId: string },
  size = batch,
): Promise<number> {
  authorise(actor.kind === "system");
  await begin(actor, issueId);
  const issue = await db.newsletterIssue.findFirst({
    where: { id: issueId, state: "SENT" },
    select: issueColumns,
  });
  if (!issue) return 0;
  let sent = 0;
  for (;;) {
    const written = await inTransaction((tx) => writeBatch(tx, issue, size));
    sent += written;
    if (written === 0) return sent;
  }
}

const issueColumns = {
  id: true,
  title: true,
  html: true,
  lang: true,
  sentAt: true,
  programme: { select: { id: true, slug: true, shortTitle: true } },
} as const;

type Issue = {
  id: string;
  title: string;
  html: string;
  lang: string;
  sentAt: Date | null;
  programme: { id: string; slug: string; shortTitle: string };
};

async function begin(actor: Actor, id: string): Promise<void> {
  await inTransaction(async (tx) => {
    const [begun] = await tx.newsletterIssue.updateManyAndReturn({
      where: { id, state: "SCHEDULED", sendAt: { lte: actor.at } },
      data: {
        state: nextIssueState("SCHEDULED", "send"),
        sentAt: actor.at,
        version: { increment: 1 },
      },
      select: { programmeId: true },
    });
    if (!begun) return;
    await recordEvent(tx, actor, {
      kind: "newsletter.issueSent",
      subject: { kind: "newsletterIssue", id },
      programmeId: begun.programmeId,
    });
  });
}

/** The next subscriptions that have not got it: the row of a delivery, with the mail beside it, is written once. */
async function writeBatch(tx: Tx, issue: Issue, size: number): Promise<number> {
  const { id, programme } = issue;
  const taken = await tx.$queryRaw<{ id: string; email: string; lang: string }[]>`
    with due as (
      select s.id from newsletter_subscription s
      where (s.programme_id = ${programme.id}::uuid or s.programme_id is null)
        and s.confirmed_at <= ${issue.sentAt}
        and not exists (select 1 from newsletter_delivery d where d.issue_id = ${id}::uuid and d.subscription_id = s.id)
        and not exists (select 1 from mail_address a where a.address = s.email and a.unreachable_at is not null)
      order by s.id limit ${size}::int for key share of s skip locked
    ), written as (
      insert into newsletter_delivery (issue_id, subscription_id) select ${id}::uuid, due.id from due
      on conflict do nothing returning subscription_id
    )
    select s.id, s.email, s.lang from newsletter_subscription s join written w on w.subscription_id = s.id`;
  if (taken.length === 0) return 0;
  await writeMailContent(tx, { id, lang: issue.lang, ...mailText(issue.html, env().siteUrl) });
  await queueMails(
    tx,
    taken.map((subscription) => mailOf(issue, subscription)),
  );
  await tx.newsletterIssue.update({
    where: { id },
    data: { recipients: { increment: taken.length } },
    select: { id: true },
  });
  return taken.length;
}

function mailOf({ id, title, programme }: Issue, to: { id: string; email: string; lang: string }) {
  const locale = isLocale(to.lang) ? to.lang : routing.defaultLocale;
  return {
    template: "newsletter.issue",
    dedupeKey: `newsletter:${id}:${to.id}`,
    locale,
    to: { address: to.email },
    params: {
      title,
      programme: programme.shortTitle,
      link: pagePath("/programmes/[slug]/newsletter/[id]", { slug: programme.slug, id }, locale),
    },
    listId: listIdOf(programme.slug),
    contentId: id,
    unsubscribeToken: endingToken(to.id),
  } as const;
}

/** Makes the HTML of issues anew that an older renderer made. @returns how many */
export async function rebuildIssues(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const old = await db.newsletterIssue.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { id: true, version: true, markdown: true },
    });
    for (const { id, version, markdown } of old) {
      const { html, version: made } = renderMarkdown(markdown);
      await db.newsletterIssue.updateMany({ where: { id, version }, data: { html, rendererVersion: made } });
    }
    rebuilt += old.length;
    if (old.length < batch) return rebuilt;
  }
}

import "server-only";
import { canWriteNewsletter, issueVisibleTo, sentIssueVisibleTo } from "@/lib/newsletter/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";

const name = { select: { givenName: true, familyName: true } } as const;

/** The issues of a programme, latest first, drafts among them; for who writes them. */
export async function listIssues(
  actor: Actor,
  programmeId: string,
  window: { after?: Cursor; size?: number } = {},
) {
  authorise(canWriteNewsletter(actor, { programmeId }));
  const size = window.size ?? 20;
  const rows = await db.newsletterIssue.findMany({
    where: { AND: [{ programmeId }, keysetBefore("createdAt", window.after)] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      id: true,
      title: true,
      lang: true,
      state: true,
      sendAt: true,
      sentAt: true,
      recipients: true,
      createdAt: true,
      author: name,
    },
  });
  return nextCursor(rows, size, ({ createdAt, id }) => ({ at: createdAt, id }));
}

export type ListedIssue = Awaited<ReturnType<typeof listIssues>>["rows"][number];

/** An issue as who writes it sees it, in any state. */
export async function getIssue(actor: Actor, slug: string, id: string) {
  const issue = found(
    await db.newsletterIssue.findFirst({
      where: { AND: [{ id, programme: { slug } }, issueVisibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        title: true,
        markdown: true,
        html: true,
        lang: true,
        state: true,
        sendAt: true,
        sentAt: true,
        recipients: true,
        createdAt: true,
        version: true,
        author: name,
        programme: { select: { state: true } },
      },
    }),
    "issue",
  );
  authorise(canWriteNewsletter(actor, { programmeId: issue.programmeId }));
  return issue;
}

export type IssuePage = Awaited<ReturnType<typeof getIssue>>;

/** To how many an issue of a programme goes now. Nobody is told to whom. */
export async function countSubscribers(actor: Actor, programmeId: string): Promise<number> {
  authorise(canWriteNewsletter(actor, { programmeId }));
  return db.newsletterSubscription.count({ where: { OR: [{ programmeId }, { programmeId: null }] } });
}

/** The issues of a programme that were sent, latest first, for everybody. */
export async function listSentIssues(
  actor: Actor,
  programmeId: string,
  window: { after?: Cursor; size?: number } = {},
) {
  const size = window.size ?? 20;
  const rows = await db.newsletterIssue.findMany({
    where: { AND: [{ programmeId }, sentIssueVisibleTo(actor), keysetBefore("sentAt", window.after)] },
    orderBy: [{ sentAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: { id: true, title: true, lang: true, sentAt: true },
  });
  return nextCursor(
    rows.flatMap(({ sentAt, ...row }) => (sentAt ? [{ ...row, sentAt }] : [])),
    size,
    ({ sentAt, id }) => ({ at: sentAt, id }),
  );
}

/** An issue that was sent, as everybody reads it. */
export async function getSentIssue(actor: Actor, programmeId: string, id: string) {
  const { sentAt, ...issue } = found(
    await db.newsletterIssue.findFirst({
      where: { AND: [{ id, programmeId }, sentIssueVisibleTo(actor)] },
      select: { id: true, title: true, html: true, lang: true, sentAt: true },
    }),
    "issue",
  );
  return { ...issue, sentAt: found(sentAt, "issue") };
}

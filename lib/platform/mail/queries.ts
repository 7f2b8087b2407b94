import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { MailState } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor } from "@/lib/platform/lists/cursor";
import { canSeeOutbox } from "@/lib/platform/mail/policy";

/** A mail as the administrator sees it. */
export type OutboxMail = {
  id: string;
  template: string;
  /** none for mails of a list: nobody reads who is on it */
  toAddress: string | null;
  state: MailState;
  attempts: number;
  lastError: string | null;
  createdAt: Date;
  sentAt: Date | null;
};

/** The outbox, latest first. Texts, links and calendars are never read. */
export async function listMails(
  actor: Actor,
  filters: { state?: MailState } = {},
  window: { after?: Cursor; size?: number } = {},
): Promise<{ rows: OutboxMail[]; next?: string }> {
  authorise(canSeeOutbox(actor));
  const size = window.size ?? 50;
  const rows = await db.mail.findMany({
    where: { ...(filters.state ? { state: filters.state } : {}), ...keysetBefore("createdAt", window.after) },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: {
      id: true,
      template: true,
      toAddress: true,
      listId: true,
      state: true,
      attempts: true,
      lastError: true,
      createdAt: true,
      sentAt: true,
    },
  });
  const page = nextCursor(rows, size, (row) => ({ at: row.createdAt, id: row.id }));
  return {
    ...page,
    rows: page.rows.map(({ listId, toAddress, ...mail }) => ({
      ...mail,
      toAddress: listId === null ? toAddress : null,
    })),
  };
}

/** How many mails are in each state, counted up to 100: what was sent in years is not counted at every look. */
export async function countMails(actor: Actor): Promise<Record<MailState, number>> {
  authorise(canSeeOutbox(actor));
  const rows = await db.$queryRaw<{ state: MailState; count: number }[]>`
    select each.state::text as state, (
      select count(*)::int from (select 1 from mail where mail.state = each.state limit 100) counted) as count
    from unnest(enum_range(null::mail_state)) as each(state)`;
  const counts = Object.fromEntries(Object.values(MailState).map((state) => [state, 0])) as Record<
    MailState,
    number
  >;
  for (const { state, count } of rows) counts[state] = count;
  return counts;
}

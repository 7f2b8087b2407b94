import "server-only";
import type { CutOffs } from "@/lib/notifications/digests/cut-offs";
import { paceOf } from "@/lib/notifications/groups";
import type { TemplateName } from "@/lib/notifications/rules";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { MailPace, NotificationGroup } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";
import { fromDateOnly } from "@/lib/platform/rome-time";

/** More than this of one person's waits for the next digest. */
const pendingAtOnce = 500;

/** People for whom something waits, who have had no digest of the day; a window of them by identifier. */
export async function listAwaiting(
  actor: Actor,
  { day, daily }: CutOffs,
  window: { after?: string | undefined; size: number },
) {
  authorise(actor.kind === "system");
  return db.person.findMany({
    where: {
      ...(window.after ? { id: { gt: window.after } } : {}),
      disabledAt: null,
      notifications: { some: { awaitsDigest: true, createdAt: { lt: daily } } },
      digests: { none: { day: fromDateOnly(day) } },
    },
    orderBy: { id: "asc" },
    take: window.size,
    select: {
      id: true,
      givenName: true,
      email: true,
      locale: true,
      mailPaces: { select: { group: true, pace: true } },
    },
  });
}

export type Awaiting = Awaited<ReturnType<typeof listAwaiting>>[number];

export type Pending = {
  id: string;
  kind: TemplateName;
  group: NotificationGroup;
  subjectKind: string;
  subjectId: string;
  /** events that it tells of */
  count: number;
  createdAt: Date;
  latestAt: Date;
};

type Settled = Pick<Pending, "id" | "latestAt">;

/**
 * What waits for a person's digest: what goes into the one of the day, and what waits no more, because it was read
 * meanwhile or the person wants no mail of it now.
 */
export async function listPending(
  actor: Actor,
  { id: personId, mailPaces }: Pick<Awaiting, "id" | "mailPaces">,
  { daily, weekly }: CutOffs,
): Promise<{ due: Pending[]; settled: Settled[] }> {
  authorise(actor.kind === "system");
  const rows = await db.notification.findMany({
    where: { personId, awaitsDigest: true, createdAt: { lt: daily } },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: pendingAtOnce,
    select: {
      id: true,
      kind: true,
      group: true,
      subjectKind: true,
      subjectId: true,
      count: true,
      createdAt: true,
      latestAt: true,
      readAt: true,
    },
  });
  const chosen = new Map<NotificationGroup, MailPace>(mailPaces.map(({ group, pace }) => [group, pace]));
  const due: Pending[] = [];
  const settled: Settled[] = [];
  for (const { readAt, ...row } of rows) {
    const pace = paceOf(row.group, chosen.get(row.group));
    if (pace === "WEEKLY" && row.createdAt >= weekly) continue;
    if (readAt !== null || pace === "NEVER") settled.push(row);
    else due.push({ ...row, kind: row.kind as TemplateName });
  }
  return { due, settled };
}

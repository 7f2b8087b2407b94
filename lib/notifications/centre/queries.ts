import "server-only";
import { noteRead } from "@/lib/notifications/centre/commands";
import { ownNotices } from "@/lib/notifications/centre/policy";
import { retentionRules, usualReadDays } from "@/lib/notifications/centre/retention";
import type { NoticeFilters } from "@/lib/notifications/centre/schema";
import type { TemplateName } from "@/lib/notifications/rules";
import { type Place, placeOf, type SubjectKind } from "@/lib/notifications/subject";
import { listSubjects, type SeenSubject } from "@/lib/notifications/subjects/queries";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { type Cursor, keysetBefore, nextCursor, writeCursor } from "@/lib/platform/lists/cursor";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { workedOnBy } from "@/lib/programmes/policy";

/** A notification as its list shows it; `about` is null when the person may not see the thing any more. */
export type ShownNotice = {
  id: string;
  group: NotificationGroup;
  kind: TemplateName;
  /** events that it tells of */
  count: number;
  /** when the latest of them was told */
  latestAt: Date;
  readAt: Date | null;
  about: SeenSubject | null;
};

export type NoticePage = {
  rows: ShownNotice[];
  next?: string;
  /** the newest of them, up to which all can be marked as read; undefined where nothing is unread */
  upTo?: string;
};

const noticeSelect = {
  id: true,
  group: true,
  kind: true,
  subjectKind: true,
  subjectId: true,
  number: true,
  count: true,
  latestAt: true,
  readAt: true,
} as const;

/** What one was told, latest first. Titles are those of today, of what one may still see. */
export async function listNotices(
  actor: Actor,
  { unread, group, programme }: NoticeFilters,
  window: { after?: Cursor; size?: number } = {},
): Promise<NoticePage> {
  ownPerson(actor);
  const size = window.size ?? 30;
  const rows = await db.notification.findMany({
    where: {
      AND: [ownNotices(actor), keysetBefore("latestAt", window.after)],
      ...(unread ? { readAt: null } : {}),
      ...(group ? { group } : {}),
      ...(programme ? { programmeId: programme } : {}),
    },
    orderBy: [{ latestAt: "desc" }, { id: "desc" }],
    take: size + 1,
    select: noticeSelect,
  });
  const page = nextCursor(rows, size, ({ latestAt, id }) => ({ at: latestAt, id }));
  const seen = await listSubjects(actor, page.rows);
  const [newest] = page.rows;
  const isUnread = page.rows.some(({ readAt }) => readAt === null);
  return {
    ...page,
    rows: page.rows.map((row) => ({
      id: row.id,
      group: row.group,
      kind: row.kind as TemplateName,
      count: row.count,
      latestAt: row.latestAt,
      readAt: row.readAt,
      about: seen.get(row.id) ?? null,
    })),
    ...(newest && isUnread ? { upTo: writeCursor({ at: newest.latestAt, id: newest.id }) } : {}),
  };
}

/** The programmes by which one can look at one's notifications. */
export async function listNoticeProgrammes(actor: Actor): Promise<{ id: string; shortTitle: string }[]> {
  return db.programme.findMany({
    where: { AND: [workedOnBy(actor), { notifications: { some: ownNotices(actor) } }] },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: 50,
    select: { id: true, shortTitle: true },
  });
}

/**
 * Where the thing is that one was told of; opening it is remembered.
 * @throws NotFoundError when it was told to somebody else, or cannot be seen any more
 */
export async function openNotice(actor: Actor, id: string): Promise<Place> {
  const notice = found(
    await db.notification.findFirst({
      where: { AND: [{ id }, ownNotices(actor)] },
      select: noticeSelect,
    }),
    "notification",
  );
  const about = found((await listSubjects(actor, [notice])).get(id) ?? null, "subject");
  await noteRead(db, actor, id);
  const subject = { kind: notice.subjectKind as SubjectKind, id: notice.subjectId, number: notice.number };
  return placeOf(notice.kind as TemplateName, subject, about.programme.slug);
}

/** For how many days a notification stays once it was read, by the rules of the day. */
export async function getKeptDays(actor: Actor): Promise<number> {
  return (await findRuleSet(retentionRules, portalScope, actor.at))?.content.readDays ?? usualReadDays;
}

import "server-only";
import { canAnimate } from "@/lib/animation/policy";
import { announcementVisibleTo } from "@/lib/announcements/policy";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import { canModerate, threadVisibleTo } from "@/lib/forum/policy";
import type { TemplateName } from "@/lib/notifications/rules";
import type { SubjectKind } from "@/lib/notifications/subject";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { workedOnBy } from "@/lib/programmes/policy";
import { canManageLibrary } from "@/lib/reuse/policy";
import { visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";
import { pollVisibleTo } from "@/lib/sessions/polls/policy";
import { tableVisibleTo } from "@/lib/tables/policy";

type ProgrammeName = { id: string; slug: string; shortTitle: string };

/** A thing that somebody was told of, as they may see it now. */
export type SeenSubject = {
  title: string;
  /** the body whose deliverable it is */
  body: string | null;
  programme: ProgrammeName;
};

type Told = { id: string; kind: string; subjectKind: string; subjectId: string };

const programme = { select: { id: true, slug: true, shortTitle: true } } as const;

/**
 * The things that notifications are about, by the identifier of the notification; those that the actor may not see, or
 * that are gone, are missing. One query a kind of thing, by the policies of the features themselves.
 */
export async function listSubjects(
  actor: Actor,
  notices: readonly Told[],
): Promise<Map<string, SeenSubject>> {
  const idsOf = (kind: SubjectKind) => [
    ...new Set(notices.filter((one) => one.subjectKind === kind).map((one) => one.subjectId)),
  ];
  const inArea = { programme: workedOnBy(actor) };
  const [sessions, polls, deliverables, threads, announcements, programmes, tables] = await Promise.all([
    seek(idsOf("session"), (ids) =>
      db.session.findMany({
        where: { AND: [{ id: { in: ids } }, inArea, sessionVisibleTo(actor)] },
        select: { id: true, title: true, programme },
      }),
    ),
    seek(idsOf("poll"), (ids) =>
      db.datePoll.findMany({
        where: { AND: [{ id: { in: ids }, session: inArea }, pollVisibleTo(actor)] },
        select: { id: true, session: { select: { title: true, programme } } },
      }),
    ),
    seek(idsOf("deliverable"), (ids) =>
      db.deliverable.findMany({
        where: { AND: [{ id: { in: ids }, request: inArea }, deliverableVisibleTo(actor)] },
        select: {
          id: true,
          organisation: { select: { shortName: true } },
          request: { select: { title: true, programme } },
        },
      }),
    ),
    seek(idsOf("thread"), (ids) =>
      db.thread.findMany({
        where: { AND: [{ id: { in: ids }, category: inArea }, threadVisibleTo(actor)] },
        select: { id: true, title: true, category: { select: { programme } } },
      }),
    ),
    seek(idsOf("announcement"), (ids) =>
      db.announcement.findMany({
        where: { AND: [{ id: { in: ids } }, inArea, announcementVisibleTo(actor)] },
        select: { id: true, title: true, programme },
      }),
    ),
    seek(idsOf("programme"), (ids) =>
      db.programme.findMany({ where: { AND: [{ id: { in: ids } }, workedOnBy(actor)] }, ...programme }),
    ),
    seek(idsOf("table"), (ids) =>
      db.workingTable.findMany({
        where: { AND: [{ id: { in: ids } }, inArea, tableVisibleTo(actor)] },
        select: { id: true, title: true, programme },
      }),
    ),
  ]);
  const seen: Record<SubjectKind, Map<string, SeenSubject>> = {
    session: byId(sessions, (one) => ({ title: one.title, programme: one.programme })),
    poll: byId(polls, ({ session }) => session),
    deliverable: byId(deliverables, ({ request, organisation }) => ({
      ...request,
      body: organisation.shortName,
    })),
    thread: byId(threads, ({ title, category }) => ({ title, programme: category.programme })),
    announcement: byId(announcements, (one) => ({ title: one.title, programme: one.programme })),
    programme: byId(programmes, (one) => ({ title: one.shortTitle, programme: one })),
    table: byId(tables, (one) => ({ title: one.title, programme: one.programme })),
  };
  return new Map(
    notices.flatMap((notice) => {
      const subject = seen[notice.subjectKind as SubjectKind].get(notice.subjectId);
      return subject && isFor(actor, notice, subject) ? [[notice.id, subject] as const] : [];
    }),
  );
}

async function seek<Row>(ids: string[], find: (ids: string[]) => Promise<Row[]>): Promise<Row[]> {
  return ids.length === 0 ? [] : find(ids);
}

function byId<Row extends { id: string }>(
  rows: readonly Row[],
  show: (row: Row) => Omit<SeenSubject, "body"> & { body?: string },
): Map<string, SeenSubject> {
  return new Map(rows.map((row) => [row.id, { body: null, ...show(row) }]));
}

// Who decides on declarations and flags may have changed since.
function isFor(actor: Actor, notice: Told, subject: SeenSubject): boolean {
  const kind = notice.kind as TemplateName;
  const inProgramme = { programmeId: subject.programme.id };
  if (kind === "postFlagged") return canModerate(actor, inProgramme);
  if (kind === "scheduledRefused") return canAnimate(actor, inProgramme);
  return kind !== "reuseDeclared" || canManageLibrary(actor, inProgramme);
}

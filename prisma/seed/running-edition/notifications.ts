import type { NotificationGroup } from "@/lib/platform/db/generated/enums";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";

/** What was told before this many days had been read by the next day. */
const freshDays = 5;
const day = 86_400_000;

type Told = {
  eventId: string;
  personId: string;
  group: NotificationGroup;
  kind: string;
  subjectKind: string;
  subjectId: string;
  number: number | null;
  at: Date;
};

/**
 * Writes what people were told of: convocations to whom they convene, posts to who watches, deliverables to their bodies
 * and to the coordinators, a welcome to who is new, from the log of the edition. What is old has been read.
 */
export async function seedNotifications(
  { tx, now }: Seeding,
  programmeId: string,
  cast: Cast,
): Promise<void> {
  // Who only looks in reads of the forum once a week.
  await tx.notificationPreference.create({
    data: { personId: must(cast.people, "osservatore"), group: "FORUM", pace: "WEEKLY" },
    select: { personId: true },
  });
  const since = new Date(now.getTime() - 60 * day);
  const told = await tx.$queryRaw<Told[]>`
    with e as (
      select id, kind, actor_id, subject_id, organisation_id, data, occurred_at from event
      where programme_id = ${programmeId}::uuid and occurred_at >= ${since}
    ), r as (
      select distinct person_id, role, organisation_id from role_assignment where programme_id = ${programmeId}::uuid
    )
    select e.id as "eventId", i.person_id as "personId", 'CONVOCATIONS' as "group", 'sessionConvened' as kind,
      'session' as "subjectKind", e.subject_id as "subjectId", null::int as number, e.occurred_at as at
    from e join session_invitee i on i.session_id = e.subject_id where e.kind = 'sessions.convened'
    union
    select e.id, w.person_id, 'FORUM', 'posted', 'thread', e.subject_id, (e.data ->> 'number')::int, e.occurred_at
    from e join thread_read w on w.thread_id = e.subject_id and w.watch = 'WATCHING'
    where e.kind = 'forum.posted' and w.person_id <> e.actor_id
    union
    select e.id, r.person_id, 'REQUESTS', 'changesRequested', 'deliverable', e.subject_id, null, e.occurred_at
    from e join deliverable d on d.id = e.subject_id join r on r.organisation_id = d.organisation_id
    where e.kind = 'documents.changesRequested' and r.role in ('REFERENT', 'STAFF')
    union
    select e.id, r.person_id, 'REVIEWS', 'submitted', 'deliverable', e.subject_id, null, e.occurred_at
    from e join r on r.role = 'COORDINATOR' where e.kind = 'documents.submitted'
    union
    select e.id, e.subject_id, 'ADDRESSED', 'welcomed', 'programme', ${programmeId}::uuid, null, e.occurred_at
    from e where e.kind = 'people.roleAssigned'
    order by at, 1, 2`;
  const lines = told.map(({ at, eventId, ...one }) => {
    const isOld = at.getTime() < now.getTime() - freshDays * day;
    const readAt = isOld ? new Date(at.getTime() + day) : null;
    const id = identifier(at);
    const { personId } = one;
    return {
      line: { ...one, id, programmeId, createdAt: at, latestAt: at, readAt },
      event: { eventId, personId, notificationId: id, toldAt: at },
    };
  });
  await tx.notification.createMany({ data: lines.map(({ line }) => line) });
  await tx.notificationEvent.createMany({ data: lines.map(({ event }) => event) });
}

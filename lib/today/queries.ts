import "server-only";
import { cache } from "react";
import { listFirstSteps } from "@/lib/animation/welcome/steps/queries";
import { listExtensionRequests } from "@/lib/documents/deliverables/extensions/queries";
import { listOwed, listToReview } from "@/lib/documents/deliverables/queries";
import { ownBodies } from "@/lib/documents/policy";
import { countQueues, listAssignedToMe } from "@/lib/forum/assignments/queries";
import { listWaitingFlags } from "@/lib/forum/flags/queries";
import { canModerate } from "@/lib/forum/policy";
import { listUnreadThreads, unreadIn } from "@/lib/forum/queries";
import { canWriteNewsletter } from "@/lib/newsletter/policy";
import { canAdminister, canReadLog } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, kept, Prisma } from "@/lib/platform/db";
import type { Role } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { isWorkedOnBy } from "@/lib/programmes/queries";
import { canManageLibrary } from "@/lib/reuse/policy";
import { canFollowUp } from "@/lib/sessions/followup/policy";
import { listToClose } from "@/lib/sessions/followup/queries";
import { listMinutesToJudge } from "@/lib/sessions/minutes/approval/queries";
import { listOpenTasks } from "@/lib/sessions/minutes/follow/queries";
import { listMyNextSessions } from "@/lib/sessions/queries";
import { canEditTables } from "@/lib/tables/policy";

/** What stands around every reserved page: who, where, and what waits. */
export type Frame = {
  person: { name: string; roles: { role: Role; body: string | null }[] };
  programmes: { slug: string; shortTitle: string }[];
  current:
    | (Waiting & {
        id: string;
        slug: string;
        followsUp: boolean;
        managesLibrary: boolean;
        writesNewsletter: boolean;
        moderates: boolean;
        /** it has thematic tables, or the actor may open one */
        showsTables: boolean;
      })
    | null;
  /** what one was told and has not read, counted up to 100 */
  notices: number;
  /** one's own address, when mails to it came back so often that none are sent */
  unreachable: string | null;
  administers: boolean;
  readsLog: boolean;
};

type Waiting = {
  owed: number;
  toReview: number;
  unread: number;
  reusesWaiting: number;
  flagsWaiting: number;
};

type FrameRow = {
  name: string;
  notices: number;
  unreachable: string | null;
  bodies: { id: string; shortName: string }[];
  programmes: { slug: string; shortTitle: string }[];
  current: (Waiting & { id: string; slug: string; hasTables: boolean }) | null;
};

/**
 * The frame of a reserved page; with a slug, that of one programme. One statement, since every page asks for it.
 * @throws NotFoundError when the actor has no part in the programme
 */
export const getFrame = cache(async (actor: Actor, slug?: string): Promise<Frame> => {
  const own = ownBodies(actor);
  const reviewed = actor.programmesWith("COORDINATOR", "EXPERT");
  const managed = actor.programmesWith("COORDINATOR");
  const rows = await db.$queryRaw<FrameRow[]>`${kept} with mine as (
      select id, slug, short_title, state, created_at from programme where ${isWorkedOnBy(actor)}
    )
    select p.given_name || ' ' || p.family_name as name,
      (select count(*)::int from (
        select 1 from notification where person_id = p.id and read_at is null limit 100
      ) unread) as notices,
      (select a.address from mail_address a
        where a.address = p.email and a.unreachable_at is not null) as unreachable,
      coalesce((select json_agg(json_build_object('id', id, 'shortName', short_name))
        from organisation where id = any(${bodiesOf(actor)}::uuid[])), '[]') as bodies,
      coalesce((select json_agg(one) from (
        select slug, short_title as "shortTitle" from mine order by state, created_at desc limit 30
      ) one), '[]') as programmes,
      (select json_build_object('id', m.id, 'slug', m.slug, 'owed', waiting.owed,
          'toReview', waiting.to_review,
          'reusesWaiting', (select count(*) from reuse_declaration w join reuse_item i on i.id = w.item_id
            where i.programme_id = m.id and w.state = 'WAITING' and m.id = any(${managed}::uuid[])),
          'flagsWaiting', (select count(*) from flag_case f
            where f.programme_id = m.id and f.decided_at is null and m.id = any(${managed}::uuid[])),
          'hasTables', exists(select from working_table w where w.programme_id = m.id),
          'unread', ${unreadIn(actor, Prisma.sql`m.id`)})
        from mine m cross join lateral (
          select
            count(*) filter (where d.state in ('TO_DO', 'CHANGES_REQUESTED') and (m.id, d.organisation_id) in (
              select * from unnest(${own.map((one) => one.programmeId)}::uuid[],
                ${own.map((one) => one.organisationId)}::uuid[]))) as owed,
            count(*) filter (where d.state in ('SUBMITTED', 'IN_REVIEW')
              and m.id = any(${reviewed}::uuid[]) and coalesce(d.next_reviewer_id, case d.state when 'SUBMITTED' then (
                select person_id from request_reviewer where request_id = r.id order by position limit 1
              ) end, ${actor.personId}::uuid) = ${actor.personId}::uuid) as to_review
          from deliverable d join deliverable_request r on r.id = d.request_id
          where r.programme_id = m.id
        ) waiting where m.slug = ${slug ?? null}) as current
    from person p where p.id = ${actor.personId}::uuid`;
  const { name, notices, unreachable, bodies, programmes, current } = found(rows[0], "person");
  if (slug !== undefined) found(current, "programme");
  const names = new Map(bodies.map((one) => [one.id, one.shortName]));
  const here = actor.assignments.filter(
    (one) => !current || one.programmeId === null || one.programmeId === current.id,
  );
  return {
    person: {
      name,
      roles: here.map((one) => ({
        role: one.role,
        body: one.organisationId ? (names.get(one.organisationId) ?? null) : null,
      })),
    },
    programmes,
    notices,
    unreachable,
    current: current && {
      ...current,
      followsUp: canFollowUp(actor, { programmeId: current.id }),
      managesLibrary: canManageLibrary(actor, { programmeId: current.id }),
      writesNewsletter: canWriteNewsletter(actor, { programmeId: current.id }),
      moderates: canModerate(actor, { programmeId: current.id }),
      showsTables: current.hasTables || canEditTables(actor, { programmeId: current.id }),
    },
    administers: canAdminister(actor),
    readsLog: canReadLog(actor),
  };
});

function bodiesOf(actor: Actor): string[] {
  return actor.assignments.flatMap((one) => one.organisationId ?? []);
}

/**
 * What a person's day asks for: the next sessions, those that wait to be closed, minutes to approve, what was taken on,
 * what is owed, to be answered, to be decided, unread; for who is new in a programme, the first steps in it.
 */
export async function getToday(actor: Actor) {
  const [[session = null, ...later], toClose, minutes, tasks, owed, toReview, unread, extensions, ...forum] =
    await Promise.all([
      listMyNextSessions(actor),
      listToClose(actor, 10),
      listMinutesToJudge(actor, 5),
      listOpenTasks(actor, 10),
      listOwed(actor, 10),
      listToReview(actor, 10),
      listUnreadThreads(actor, 6),
      listExtensionRequests(actor, 10),
      listAssignedToMe(actor, 10),
      countQueues(actor),
      listWaitingFlags(actor, 10),
      listFirstSteps(actor),
    ]);
  const [assigned, queues, flags, firstSteps] = forum;
  const waiting = { toClose, minutes, tasks, owed, toReview, unread, extensions, assigned, queues, flags };
  return { session, later, firstSteps, ...waiting };
}

export type Today = Awaited<ReturnType<typeof getToday>>;

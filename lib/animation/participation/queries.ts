import "server-only";
import {
  beginOf,
  isSilent,
  mondayOf,
  silenceRules,
  usualSilence,
  weeksSilent,
  weeksUpTo,
} from "@/lib/animation/participation/silence";
import { canAnimate, canSeeParticipation } from "@/lib/animation/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { findRuleSet, portalScope } from "@/lib/platform/rules";
import { workedOnBy } from "@/lib/programmes/policy";

/** A body's week: its posts, and the discussions that its people read last in it. */
type Cell = { posts: number; reads: number };

export type BodyParticipation = {
  id: string;
  shortName: string;
  cells: Cell[];
  posts: number;
  /** null: nothing in the weeks that are shown */
  weeksSilent: number | null;
  isSilent: boolean;
  /** somebody reminded it this week */
  isReminded: boolean;
};

/**
 * How much each body takes part in a programme's forum, week by week. By bodies alone: who of them reads or writes is
 * not told here. A reading is the latest one of a person in a discussion, since earlier ones are not kept.
 */
export async function getParticipation(actor: Actor, slug: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, workedOnBy(actor)] },
      select: { id: true, slug: true, shortTitle: true, promoterId: true },
    }),
    "programme",
  );
  authorise(
    canSeeParticipation(actor, { programmeId: programme.id, promoterId: programme.promoterId }),
    "programme",
  );
  const weeks = weeksUpTo(actor.at);
  const since = beginOf(weeks[0] ?? mondayOf(actor.at));
  const [rules, bodies, posts, reads, reminded] = await Promise.all([
    findRuleSet(silenceRules, portalScope, actor.at),
    db.organisation.findMany({
      where: { enrolments: { some: { programmeId: programme.id, state: { in: ["SELECTED", "ACTIVE"] } } } },
      orderBy: [{ shortName: "asc" }, { id: "asc" }],
      select: { id: true, shortName: true },
    }),
    countPosts(programme.id, since, actor.at),
    countReads(programme.id, since, actor.at),
    db.silenceReminder.findMany({
      where: { programmeId: programme.id, week: fromDateOnly(mondayOf(actor.at)) },
      select: { organisationId: true },
    }),
  ]);
  const rule = rules?.content ?? usualSilence;
  const told = new Set(reminded.map(({ organisationId }) => organisationId));
  const rows = bodies.map((body): BodyParticipation => {
    const own = posts.filter(({ organisationId }) => organisationId === body.id);
    const read = reads.filter(({ organisationId }) => organisationId === body.id);
    const last = own.reduce<Date | null>((at, one) => (at && at > one.lastAt ? at : one.lastAt), null);
    return {
      ...body,
      cells: weeks.map((week) => ({
        posts: own.find((one) => one.week === week)?.count ?? 0,
        reads: read.find((one) => one.week === week)?.count ?? 0,
      })),
      posts: own.reduce((sum, { count }) => sum + count, 0),
      weeksSilent: weeksSilent(last, actor.at),
      isSilent: isSilent(last, actor.at, rule),
      isReminded: told.has(body.id),
    };
  });
  return {
    programme: { id: programme.id, slug, shortTitle: programme.shortTitle },
    weeks,
    rule,
    rows,
    mayRemind: canAnimate(actor, { programmeId: programme.id }),
  };
}

export type Participation = Awaited<ReturnType<typeof getParticipation>>;

type Counted = { organisationId: string; week: string; count: number; lastAt: Date };

// By an index of the programme's posts in their order: as many rows as were written in the weeks that are shown.
function countPosts(programmeId: string, since: Date, until: Date): Promise<Counted[]> {
  return db.$queryRaw`
    select p.on_behalf_of_id as "organisationId", count(*)::int as count, max(p.created_at) as "lastAt",
      to_char(date_trunc('week', p.created_at at time zone 'Europe/Rome'), 'YYYY-MM-DD') as week
    from post p
    where p.programme_id = ${programmeId}::uuid and p.created_at >= ${since} and p.created_at <= ${until}
      and p.hidden_at is null and p.on_behalf_of_id is not null
    group by 1, 4`;
}

// From the people of the bodies to what each has read, by its key: as many rows as they have read discussions.
function countReads(programmeId: string, since: Date, until: Date): Promise<Omit<Counted, "lastAt">[]> {
  return db.$queryRaw`
    select a.organisation_id as "organisationId", count(*)::int as count,
      to_char(date_trunc('week', r.read_at at time zone 'Europe/Rome'), 'YYYY-MM-DD') as week
    from (
      select distinct person_id, organisation_id from role_assignment
      where programme_id = ${programmeId}::uuid and organisation_id is not null
        and from_at <= ${until} and (to_at is null or to_at > ${until})
    ) a
    join thread_read r on r.person_id = a.person_id and r.read_at >= ${since} and r.read_at <= ${until}
      and r.last_read_number > 0
    join thread t on t.id = r.thread_id
    join category c on c.id = t.category_id and c.programme_id = ${programmeId}::uuid
    group by 1, 3`;
}

import "server-only";
import { newsDepth } from "@/lib/forum/paging";
import type { Whose } from "@/lib/forum/schema";
import { countedLevels, trackingRoles } from "@/lib/forum/watching/levels";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import type { ThreadState, WatchLevel } from "@/lib/platform/db/generated/enums";
import type { Cursor } from "@/lib/platform/lists/cursor";
import { memberRoles, readerRoles } from "@/lib/programmes/policy";

/** A thread as lists show it. */
export type ListedThread = {
  id: string;
  title: string;
  state: ThreadState;
  isPinned: boolean;
  isLocked: boolean;
  isHidden: boolean;
  categoryId: string;
  lastPostAt: Date;
  postCount: number;
  /** how closely the actor follows it */
  watch: WatchLevel;
  /** how far the actor has read; what comes after is new, unless the thread is muted */
  readTo: number;
  unread: number;
  author: string | null;
  lastAuthor: string | null;
  lastBody: string | null;
  /** who is to answer it, and by when */
  assignee: string | null;
  dueAt: Date | null;
};

/** How closely the actor follows what is written in the category c of a programme. */
export function watchInCategory(actor: Actor): Prisma.Sql {
  const tracking = actor.programmesWith(...trackingRoles);
  return Prisma.sql`coalesce(
    (select w.level from category_watch w where w.category_id = c.id and w.person_id = ${actor.personId}::uuid),
    case when c.programme_id = any(${tracking}::uuid[]) then 'TRACKING'::watch_level else 'NORMAL' end)`;
}

/**
 * Whether the actor reads the category c as one of its programme's people: what `categoryVisibleTo` says without what
 * everybody reads, as part of another statement.
 */
export function readAsMember(actor: Actor): Prisma.Sql {
  return Prisma.sql`(c.table_id is null and c.programme_id = any(${actor.programmesWith(...memberRoles)}::uuid[])
    or c.table_id is not null and (c.programme_id = any(${actor.programmesWith(...readerRoles)}::uuid[])
      or c.table_id = any(${actor.seats.map(({ tableId }) => tableId)}::uuid[])))`;
}

type Selection = {
  conditions: Prisma.Sql[];
  /** only threads with something new, looked for where it is counted */
  onlyNews?: boolean;
  whose?: Whose;
  after?: Cursor;
  limit: number;
};

/**
 * Threads of the given categories that fulfil the conditions on t, the one with the latest post first. Each category gives
 * its latest by an index and the best of them are kept; people and bodies are looked up of these alone. The cost does not
 * grow with the forum.
 */
export async function selectThreads(
  actor: Actor,
  categoryIds: string[],
  { conditions, onlyNews = false, whose, after, limit }: Selection,
): Promise<ListedThread[]> {
  if (categoryIds.length === 0) return [];
  const ordered = onlyNews ? latestOf(actor, whose) : sourceOf(actor, whose);
  const { at, id } = ordered;
  const beyond = after ? Prisma.sql`(${at}, ${id}) < (${after.at}, ${after.id}::uuid)` : Prisma.sql`true`;
  const watch = Prisma.sql`coalesce(r.watch, c.watch)`;
  const isNews = Prisma.sql`t.last_post_number > coalesce(r.last_read_number, 0)
    and ${watch} = any(${[...countedLevels]}::watch_level[])`;
  return db.$queryRaw<ListedThread[]>`
    select t.*, a.given_name || ' ' || a.family_name as author,
      l.given_name || ' ' || l.family_name as "lastAuthor", o.short_name as "lastBody",
      b.given_name || ' ' || b.family_name as assignee, g.due_at as "dueAt"
    from (select t.* from (
      select c.id, ${watchInCategory(actor)} as watch from category c where c.id = any(${categoryIds}::uuid[])) as c
    cross join lateral (
      select t.id, t.title, t.state::text as state, t.is_pinned as "isPinned", t.category_id as "categoryId",
        t.locked_at is not null as "isLocked", t.hidden_at is not null as "isHidden", t.author_id,
        t.last_post_at as "lastPostAt", t.post_count as "postCount",
        coalesce(r.last_read_number, 0) as "readTo", ${watch}::text as watch,
        case when ${watch} = 'MUTED' then 0
          else greatest(0, t.last_post_number - coalesce(r.last_read_number, 0)) end as unread
      from ${ordered.from}
      left join thread_read r on r.thread_id = t.id and r.person_id = ${actor.personId}::uuid
      where ${ordered.where} and ${Prisma.join(conditions, " and ")} and ${beyond}
        and ${onlyNews ? isNews : Prisma.sql`true`}
      order by ${at} desc, ${id} desc
      limit ${limit}
    ) t order by t."lastPostAt" desc, t.id desc limit ${limit}) t
    left join person a on a.id = t.author_id and ${!actor.isVisitor}
    left join lateral (
      select p.author_id, p.on_behalf_of_id from post p
      where p.thread_id = t.id and p.hidden_at is null order by p.number desc limit 1
    ) p on true
    left join person l on l.id = p.author_id and ${!actor.isVisitor}
    left join organisation o on o.id = p.on_behalf_of_id
    left join thread_assignment g on g.thread_id = t.id and g.ended_at is null and ${!actor.isVisitor}
    left join person b on b.id = g.assignee_id
    order by t."lastPostAt" desc, t.id desc`;
}

/** Threads t of the category c, and by which columns an index has them in their order. */
type Source = Record<"from" | "where" | "at" | "id", Prisma.Sql>;

function sourceOf(actor: Actor, whose?: Whose): Source {
  const me = Prisma.sql`${actor.personId}::uuid`;
  if (whose === "taking-part")
    return {
      from: Prisma.sql`thread_participant m join thread t on t.id = m.thread_id`,
      where: Prisma.sql`m.person_id = ${me} and m.category_id = c.id`,
      at: Prisma.sql`m.last_post_at`,
      id: Prisma.sql`m.thread_id`,
    };
  if (whose === "assigned")
    return {
      from: Prisma.sql`thread_assignment m join thread t on t.id = m.thread_id`,
      where: Prisma.sql`m.assignee_id = ${me} and m.ended_at is null and t.category_id = c.id`,
      ...ofThread,
    };
  const where = whose === "mine" ? Prisma.sql`t.author_id = ${me}` : Prisma.sql`true`;
  return {
    from: Prisma.sql`thread t`,
    where: Prisma.sql`t.category_id = c.id and ${where}`,
    ...ofThread,
  };
}

const ofThread = { at: Prisma.sql`t.last_post_at`, id: Prisma.sql`t.id` };

function latestOf(actor: Actor, whose?: Whose): Source {
  const { from, where, at, id } = sourceOf(actor, whose);
  return {
    from: Prisma.sql`(select t.* from ${from} where ${where} and t.hidden_at is null
      order by ${at} desc, ${id} desc limit ${newsDepth}) t`,
    where: Prisma.sql`true`,
    ...ofThread,
  };
}

import "server-only";
import { type ListedThread, readAsMember, selectThreads, watchInCategory } from "@/lib/forum/listing/queries";
import { newsDepth } from "@/lib/forum/paging";
import {
  canAssign,
  canEditCategories,
  canKeepTrack,
  canModerate,
  canPost,
  categoryVisibleTo,
} from "@/lib/forum/policy";
import type { ThreadFilters } from "@/lib/forum/schema";
import { countedLevels, usualLevel } from "@/lib/forum/watching/levels";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { type Cursor, nextCursor } from "@/lib/platform/lists/cursor";
import { memberRoles, visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** The forum of a programme: the categories that the actor reads, with what is in them and what is new. */
export async function getForum(actor: Actor, slug: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true, slug: true, title: true, shortTitle: true },
    }),
    "programme",
  );
  const inProgramme = { programmeId: programme.id };
  const categories = await db.category.findMany({
    where: { AND: [inProgramme, categoryVisibleTo(actor)] },
    orderBy: { position: "asc" },
    select: {
      id: true,
      title: true,
      description: true,
      isPublic: true,
      table: { select: { id: true, title: true } },
      version: true,
      watches: {
        where: { personId: { in: actor.personId ? [actor.personId] : [] } },
        select: { level: true },
      },
    },
  });
  const counts = await countByCategory(
    actor,
    categories.map(({ id }) => id),
  );
  const tracks = canKeepTrack(actor, inProgramme);
  return {
    ...programme,
    categories: categories.map(({ watches, ...category }) => {
      const { threads, unread, lastPostAt } = counts.get(category.id) ?? none;
      const watch = watches[0]?.level ?? null;
      return { ...category, threads, unread: tracks ? unread : 0, lastPostAt, watch };
    }),
    tracks,
    usualWatch: usualLevel(actor, programme.id),
    mayPost: canPost(actor, inProgramme),
    mayModerate: canModerate(actor, inProgramme),
    mayAssign: canAssign(actor, inProgramme),
    mayEditCategories: canEditCategories(actor, inProgramme),
  };
}

export type Forum = Awaited<ReturnType<typeof getForum>>;
export type ForumCategory = Forum["categories"][number];

const none = { threads: 0, unread: 0, lastPostAt: null };

type CategoryCount = { id: string; threads: number; unread: number; lastPostAt: Date | null };

async function countByCategory(actor: Actor, ids: string[]): Promise<Map<string, CategoryCount>> {
  const rows = await db.$queryRaw<CategoryCount[]>`
    select c.id, c.thread_count as threads, latest.last_post_at as "lastPostAt", news.unread
    from category c
    left join lateral (
      select t.last_post_at from thread t where t.category_id = c.id and t.hidden_at is null
      order by t.last_post_at desc, t.id desc limit 1
    ) latest on true
    cross join lateral (${countNews(actor)}) news
    where c.id = any(${ids}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}

// In the category c. Looked for in the latest threads only, so that it costs the same however long it has been written in.
function countNews(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    select count(*)::int as unread
    from (
      select t.id, t.last_post_number from thread t
      where t.category_id = c.id and t.hidden_at is null
      order by t.last_post_at desc, t.id desc limit ${newsDepth}
    ) t
    left join thread_read r on r.thread_id = t.id and r.person_id = ${actor.personId}::uuid
    where t.last_post_number > coalesce(r.last_read_number, 0)
      and coalesce(r.watch, ${watchInCategory(actor)}) = any(${[...countedLevels]}::watch_level[])`;
}

/** A category of this forum, or all of it, as the forum was read for the actor. */
type Place = Pick<Forum, "tracks" | "mayModerate"> & {
  categories: readonly Pick<ForumCategory, "id" | "threads">[];
};

/** A page of threads; where only news were asked for, whether there are threads in which they were not looked for. */
export type ThreadsPage = {
  pinned: ListedThread[];
  rows: ListedThread[];
  next?: string;
  hasOlder: boolean;
};

/**
 * Threads of the given categories, the one with the latest post first. Pinned threads stand on the first page only,
 * above the others; among one's own they stand where their date puts them.
 */
export async function listThreads(
  actor: Actor,
  place: Place,
  filters: ThreadFilters = {},
  window: { after?: Cursor; size: number } = { size: 30 },
): Promise<ThreadsPage> {
  const shownThreads = [
    place.mayModerate ? Prisma.sql`true` : Prisma.sql`t.hidden_at is null`,
    filters.state ? Prisma.sql`t.state = ${filters.state}::thread_state` : Prisma.sql`true`,
  ];
  const { after } = window;
  const ids = place.categories.map(({ id }) => id);
  const onlyNews = filters.unread !== undefined && place.tracks;
  const whose = place.tracks ? filters.whose : undefined;
  const select = (condition: Prisma.Sql, limit: number) =>
    selectThreads(actor, ids, { conditions: [...shownThreads, condition], onlyNews, whose, after, limit });
  const [pinned, rows] = await Promise.all([
    after || whose ? [] : select(Prisma.sql`t.is_pinned`, 50),
    select(whose ? Prisma.sql`true` : Prisma.sql`not t.is_pinned`, window.size + 1),
  ]);
  const shown = place.tracks ? (row: ListedThread) => row : untracked;
  const page = nextCursor(rows, window.size, (row) => ({ at: row.lastPostAt, id: row.id }));
  const hasOlder = onlyNews && place.categories.some(({ threads }) => threads > newsDepth);
  return { pinned: pinned.map(shown), rows: page.rows.map(shown), next: page.next, hasOlder };
}

function untracked(row: ListedThread): ListedThread {
  return { ...row, readTo: 0, unread: 0, watch: "NORMAL", assignee: null, dueAt: null };
}

/** A thread in a list of several programmes. */
export type ThreadAnywhere = ListedThread & { slug: string; programme: string; category: string };

/** Threads with something new for the actor, in every programme in which it takes part, latest first. */
export async function listUnreadThreads(actor: Actor, limit: number): Promise<ThreadAnywhere[]> {
  return selectAnywhere(actor, await memberCategories(actor), { onlyNews: true, limit });
}

/**
 * Threads in which the actor has written, in every programme in which it takes part, latest first. Those with something new
 * are told apart on the first page, where they come before the others.
 */
export async function listTakenPartIn(
  actor: Actor,
  { after, size }: { after?: Cursor; size: number } = { size: 30 },
): Promise<{ news: ThreadAnywhere[]; rows: ThreadAnywhere[]; next?: string }> {
  const categories = await memberCategories(actor);
  const whose = "taking-part" as const;
  const [news, rows] = await Promise.all([
    after ? [] : selectAnywhere(actor, categories, { whose, onlyNews: true, limit: newsDepth }),
    selectAnywhere(actor, categories, { whose, after, limit: size + 1 }),
  ]);
  const page = nextCursor(rows, size, (row) => ({ at: row.lastPostAt, id: row.id }));
  const told = new Set(news.map(({ id }) => id));
  return { news, rows: page.rows.filter(({ id }) => !told.has(id)), next: page.next };
}

/** How many threads hold something new for the actor, in one programme or in all; counted up to 100, in the latest threads. */
export async function countUnread(actor: Actor, programmeId?: string): Promise<number> {
  const within = programmeId ? Prisma.sql`${programmeId}::uuid` : Prisma.sql`c.programme_id`;
  const rows = await db.$queryRaw<{ count: number }[]>`select ${unreadIn(actor, within)} as count`;
  return rows[0]?.count ?? 0;
}

/** The same as part of another statement: a number, for the programme that the expression names. */
export function unreadIn(actor: Actor, programme: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`(select least(100, coalesce(sum(news.unread), 0))::int
    from category c cross join lateral (${countNews(actor)}) news
    where c.programme_id = ${programme} and ${readAsMember(actor)})`;
}

/** Of the categories that visitors read: in how many threads each body has written, and how often. */
export async function countPublicThreadsByBody(
  actor: Actor,
  programmeId: string,
): Promise<{ organisationId: string; threads: number; posts: number }[]> {
  const categories = await db.category.findMany({
    where: { AND: [{ programmeId, isPublic: true }, categoryVisibleTo(actor)] },
    select: { id: true },
  });
  return db.$queryRaw`
    select p.on_behalf_of_id as "organisationId", count(distinct t.id)::int as threads, count(*)::int as posts
    from thread t join post p on p.thread_id = t.id
    where t.category_id = any(${categories.map(({ id }) => id)}::uuid[])
      and t.hidden_at is null and p.hidden_at is null and p.on_behalf_of_id is not null
    group by p.on_behalf_of_id
    order by 2 desc, 1`;
}

async function memberCategories(actor: Actor) {
  if (!actor.personId) return [];
  return db.category.findMany({
    where: { AND: [{ programmeId: { in: actor.programmesWith(...memberRoles) } }, categoryVisibleTo(actor)] },
    select: { id: true, title: true, programme: { select: { slug: true, shortTitle: true } } },
  });
}

type MemberCategory = Awaited<ReturnType<typeof memberCategories>>[number];

async function selectAnywhere(
  actor: Actor,
  categories: MemberCategory[],
  selection: Omit<Parameters<typeof selectThreads>[2], "conditions">,
): Promise<ThreadAnywhere[]> {
  const threads = await selectThreads(
    actor,
    categories.map(({ id }) => id),
    { ...selection, conditions: [Prisma.sql`t.hidden_at is null`] },
  );
  const byId = new Map(categories.map((category) => [category.id, category]));
  return threads.flatMap((thread) => {
    const category = byId.get(thread.categoryId);
    if (!category) return [];
    const { slug, shortTitle } = category.programme;
    return [{ ...thread, slug, programme: shortTitle, category: category.title }];
  });
}

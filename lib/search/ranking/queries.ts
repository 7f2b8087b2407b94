import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { limits } from "@/lib/search/schema";

/** What holds the words, best first; cut when there is more than what was ranked or kept. */
export type Ranked = { rows: { id: string; rank: number }[]; isCut: boolean };

/** Texts to be looked through: where they stand, which count, which of them are the newest, what is ranked. */
export type Source = {
  /** tables, joined, with all that `scope` asks of */
  from: Prisma.Sql;
  /** the row's own identifier */
  key: Prisma.Sql;
  holds: Prisma.Sql;
  scope: Prisma.Sql;
  newest: Prisma.Sql;
  /** millions of rows, whose identifiers are made in the order of time */
  isOfPosts?: true;
  /** the same text again, by `key`: tables, what is found, what is ranked */
  again: { from: Prisma.Sql; id: Prisma.Sql; key: Prisma.Sql; text: Prisma.Sql };
};

// Each person's own words: quotes, "or", "-" mean what they mean elsewhere, and nothing is an error.
function queryOf(words: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words}))`;
}

/**
 * Whether anything is left of the words to look for. "di" and "la" alone find nothing; words that are only excluded
 * find everything, and an empty text shows it.
 */
export async function hasWords(_actor: Actor, words: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isSearch: boolean }[]>`
    select numnode(q) > 0 and not ''::tsvector @@ q as "isSearch" from (select ${queryOf(words)} as q) as asked`;
  return rows[0]?.isSearch ?? false;
}

/**
 * Ranks what holds the words: all of it where that is little, else the newest. To rank a word that stands in a third of a
 * million posts would mean to read them all.
 * @param source bears the scope of the actor
 */
export async function rank(_actor: Actor, source: Source, words: string): Promise<Ranked> {
  // Half as many again are ranked before the newest are looked for: to read them anew would cost more.
  const some = await rankMatches(
    source,
    words,
    matches(source, Prisma.sql`limit ${limits.ranked * 1.5 + 1}`),
  );
  if (some.total <= limits.ranked * 1.5) return { rows: some.rows, isCut: some.total > limits.kept };
  const newest = Prisma.sql`order by ${source.newest} limit ${limits.ranked}`;
  const recent = source.isOfPosts ? await findRecent(some) : null;
  if (recent) {
    const since = {
      ...source,
      scope: Prisma.sql`${source.scope} and ${source.key} >= ${recent.since}::uuid`,
    };
    const within = recent.isFrequent ? frequentMatches(since, newest, words) : matches(since, newest);
    const found = await rankMatches(source, words, within);
    if (found.total === limits.ranked) return { rows: found.rows, isCut: true };
  }
  const { rows } = await rankMatches(source, words, matches(source, newest));
  return { rows, isCut: true };
}

// The planner does not see the words here and so takes few rows to hold them: it goes by the index of words, whatever it
// would have made of their frequency. Of a phrase it knows nothing, and would read half the table in its order.
function matches({ key, from, holds, scope }: Source, end: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`select ${key} as key from asked cross join ${from} where ${holds} @@ asked.q and ${scope} ${end}`;
}

// Here it sees them: of what stands everywhere, the newest are found by walking back in time.
function frequentMatches({ key, from, holds, scope }: Source, end: Prisma.Sql, words: string): Prisma.Sql {
  return Prisma.sql`select ${key} as key from ${from} where ${holds} @@ ${queryOf(words)} and ${scope} ${end}`;
}

/**
 * The time that those found first took to be written: the newest will hardly have taken longer. They come as they lie in
 * the table, which is the order of time but for a few.
 */
async function findRecent({ first, last }: Span) {
  const [bounds] = await db.$queryRaw<Span[]>`
    select (select p.id::text from post p order by p.id limit 1) as first,
      (select p.id::text from post p order by p.id desc limit 1) as last`;
  if (!first || !last || !bounds?.first || !bounds.last) return null;
  const taken = timeOf(last) - timeOf(first);
  const share = taken / (timeOf(bounds.last) - timeOf(bounds.first));
  if (share > 0.5) return null;
  return { since: identifierAt(timeOf(bounds.last) - 2 * taken), isFrequent: share < 0.05 };
}

type Span = { first: string | null; last: string | null };

/** The moment within a UUID of version 7, in milliseconds. */
function timeOf(identifier: string): number {
  return Number.parseInt(identifier.replace("-", "").slice(0, 12), 16);
}

function identifierAt(time: number): string {
  const digits = Math.max(0, Math.floor(time)).toString(16).padStart(12, "0");
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}

type Row = { id: string; rank: number; total: number } & Span;

async function rankMatches({ again }: Source, words: string, matched: Prisma.Sql) {
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (select ${queryOf(words)} as q), matched as materialized (${matched}),
      facts as materialized (select count(*)::int as total, 
        percentile_disc(0.05) within group (order by key::text) as first,
        percentile_disc(0.95) within group (order by key::text) as last from matched)
    select ${again.id} as id, ts_rank(${again.text}, asked.q, 1)::float8 as rank, facts.*
    from matched cross join asked cross join facts join ${again.from} on ${again.key} = matched.key
    order by rank desc, id desc limit ${limits.kept}`;
  const { total = 0, first = null, last = null } = rows[0] ?? {};
  return { rows: rows.map(({ id, rank: value }) => ({ id, rank: value })), total, first, last };
}

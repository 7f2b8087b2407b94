import "server-only";
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
export async function hasWords(words: string): Promise<boolean> {
  const rows = await db.$queryRaw<{ isSearch: boolean }[]>`
    select numnode(q) > 0 and not ''::tsvector @@ q as "isSearch" from (select ${queryOf(words)} as q) as asked`;
  return rows[0]?.isSearch ?? false;
}

/**
 * Ranks what holds the words: all of it where that is little, else the newest. To rank a word that stands in a third of a
 * million posts would mean to read them all.
 */
export async function rank(source: Source, words: string): Promise<Ranked> {
  const all = await rankMatches(source, words, matchesByIndex(source));
  if (all.total <= limits.ranked) return { rows: all.rows, isCut: all.total > limits.kept };
  const newest = await rankMatches(source, words, newestMatches(source, words));
  return { rows: newest.rows, isCut: true };
}

// One more than is ranked, to see that there are more. The planner does not see the words here and so takes few rows to
// hold them: it goes by the index of words, whatever it would have expected of them.
function matchesByIndex({ key, from, holds, scope }: Source): Prisma.Sql {
  return Prisma.sql`
    select ${key} as key from asked cross join ${from}
    where ${holds} @@ asked.q and ${scope} limit ${limits.ranked + 1}`;
}

// Here it sees them, and knows how frequent they are: it walks back in time where they are, and sorts where they are not.
function newestMatches({ key, from, holds, scope, newest }: Source, words: string): Prisma.Sql {
  return Prisma.sql`
    select ${key} as key from ${from}
    where ${holds} @@ ${queryOf(words)} and ${scope} order by ${newest} limit ${limits.ranked}`;
}

type Row = { id: string; rank: number; total: number };

async function rankMatches({ again }: Source, words: string, matches: Prisma.Sql) {
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (select ${queryOf(words)} as q), matched as materialized (${matches})
    select ${again.id} as id, ts_rank(${again.text}, asked.q, 1)::float8 as rank,
      (select count(*)::int from matched) as total
    from matched cross join asked join ${again.from} on ${again.key} = matched.key
    order by rank desc, id desc limit ${limits.kept}`;
  return { rows: rows.map(({ id, rank: value }) => ({ id, rank: value })), total: rows[0]?.total ?? 0 };
}

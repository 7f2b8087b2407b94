import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { mostRanked } from "@/lib/search/schema";

/** What holds the words, best first; cut when more held them than were ranked. */
export type Ranked = { rows: { id: string; rank: number }[]; isCut: boolean };

/** Texts to be looked through. Their identifiers are made in the order of time (UUID version 7). */
export type Source = {
  /** tables, joined, with all that `scope` asks of */
  from: Prisma.Sql;
  /** the row's own identifier */
  key: Prisma.Sql;
  holds: Prisma.Sql;
  scope: Prisma.Sql;
  /** the rows that are counted back from the newest: a table, called w, perhaps narrowed by an index that has its order */
  counted: Prisma.Sql;
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

/** Rows that are looked at first, the newest: what stands everywhere is soon found, and little else is read. */
const first = 2_000;
/** Up to so many rows the planner may walk back instead of using the index of words. */
const mostWalked = 16_000;
/** The furthest step before all that holds the words is read: of a phrase of two frequent words that would take too long. */
const last = 200_000;

/**
 * Ranks what holds the words: all of it, or the newest where that is more than are ranked. To rank a word that stands in a
 * third of a million posts would mean to read them all. It looks back in steps, the second as far as the first makes one
 * expect enough.
 * @param source bears the scope of the actor
 */
export async function rank(_actor: Actor, source: Source, words: string): Promise<Ranked> {
  const begun = await rankNewest(source, words, first);
  if (!begun || begun.isCut) return begun ?? rankMatches(source, words, false);
  const guessed = Math.ceil((first * mostRanked * 1.5) / begun.rows.length);
  for (const rows of guessed < last ? [guessed, last] : [last]) {
    const found = await rankNewest(source, words, rows);
    if (!found) break;
    if (found.isCut) return found;
  }
  return rankMatches(source, words, false);
}

/** Ranks what holds the words among so many newest rows; null when there are not so many. */
async function rankNewest(source: Source, words: string, rows: number): Promise<Ranked | null> {
  const since = await findNewest(source, rows);
  return since ? rankMatches(narrowed(source, since), words, rows <= mostWalked) : null;
}

/** The oldest of so many newest rows; null when there are not so many. */
async function findNewest({ counted }: Source, rows: number): Promise<string | null> {
  const [found] = await db.$queryRaw<{ id: string }[]>`
    select w.id::text from ${counted} order by w.id desc offset ${rows} limit 1`;
  return found?.id ?? null;
}

function narrowed(source: Source, since: string): Source {
  return { ...source, scope: Prisma.sql`${source.scope} and ${source.key} >= ${since}::uuid` };
}

type Row = { id: string; rank: number; isCut: boolean };

/**
 * The nearest steps may walk: the planner sees the words and takes what is less, the rows or the index. In the others it does
 * not see them and goes by the index of words, whatever it would have made of their frequency: of a phrase it knows
 * nothing, and would read half the table in its order.
 */
async function rankMatches(
  { from, key, holds, scope, again }: Source,
  words: string,
  isWalk: boolean,
): Promise<Ranked> {
  const [source, query] = isWalk
    ? [from, queryOf(words)]
    : [Prisma.sql`asked cross join ${from}`, Prisma.sql`asked.q`];
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (select ${queryOf(words)} as q),
      matched as materialized (select ${key} as key from ${source} where ${holds} @@ ${query} and ${scope}
        order by ${key} desc limit ${mostRanked + 1})
    select ${again.id} as id, ts_rank(${again.text}, asked.q, 1)::float8 as rank,
      (select count(*) from matched) > ${mostRanked} as "isCut"
    from asked cross join (select key from matched limit ${mostRanked}) as newest
      join ${again.from} on ${again.key} = newest.key
    order by rank desc, id desc`;
  return { rows: rows.map(({ id, rank: value }) => ({ id, rank: value })), isCut: rows[0]?.isCut ?? false };
}

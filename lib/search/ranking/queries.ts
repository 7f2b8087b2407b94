import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import type { Place } from "@/lib/search/place";
import { findBound } from "@/lib/search/ranking/bounds/queries";
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
  /** the moment by which the newest are told, where it is not the order of the identifiers: of the row, and of w */
  moment?: { own: Prisma.Sql; counted: Prisma.Sql };
  /** names of people have no stems */
  isOfNames?: boolean;
  /** the same text again, by `key`: tables, what is found, what is ranked */
  again: { from: Prisma.Sql; id: Prisma.Sql; key: Prisma.Sql; text: Prisma.Sql };
};

// Each person's own words: quotes, "or", "-" mean what they mean elsewhere, and nothing is an error.
function queryOf(words: string, isOfNames = false): Prisma.Sql {
  return isOfNames
    ? Prisma.sql`websearch_to_tsquery('pg_catalog.simple', f_unaccent(${words}))`
    : Prisma.sql`websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words}))`;
}

type Searched =
  | "agenda_item"
  | "document"
  | "organisation"
  | "outcome"
  | "person"
  | "post"
  | "programme"
  | "reuse_item"
  | "session";

/** Rows, called p, that hold their words in a column of their own. */
export function ownText(_actor: Actor, table: Searched, scope: Prisma.Sql): Source {
  const from = Prisma.sql`${Prisma.raw(table)} p`;
  const counted = Prisma.sql`${Prisma.raw(table)} w`;
  const key = Prisma.sql`p.id`;
  const text = Prisma.sql`p.search`;
  return { from, key, holds: text, scope, counted, again: { from, id: key, key, text } };
}

type Column = "p.id" | "p.programme_id" | "p.starts_at" | "p.created_at" | "p.published_at" | "p.added_at";

/** What the place asks of rows: their programme, and the moment that counts as theirs. */
export function within(
  _actor: Actor,
  { programmeId, from, until }: Place,
  columns: { programme?: Column; at?: Column },
): Prisma.Sql {
  const at = columns.at && Prisma.raw(columns.at);
  return Prisma.join(
    [
      Prisma.sql`true`,
      ...(programmeId && columns.programme
        ? [Prisma.sql`${Prisma.raw(columns.programme)} = ${programmeId}::uuid`]
        : []),
      ...(from && at ? [Prisma.sql`${at} >= ${from}`] : []),
      ...(until && at ? [Prisma.sql`${at} < ${until}`] : []),
    ],
    " and ",
  );
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
export async function rank(actor: Actor, source: Source, words: string): Promise<Ranked> {
  const begun = await rankNewest(actor, { source, words, rows: first });
  if (!begun || begun.isCut) return begun ?? rankMatches(source, words, false);
  // Steps of a ladder, so that their bounds are few.
  const guessed = first * 2 ** Math.ceil(Math.log2((mostRanked * 1.5) / begun.rows.length));
  for (const rows of guessed < last ? [guessed, last] : [last]) {
    const found = await rankNewest(actor, { source, words, rows });
    if (!found) break;
    if (found.isCut) return found;
  }
  return rankMatches(source, words, false);
}

/** Ranks what holds the words among so many newest rows; null when there are not so many. */
async function rankNewest(
  actor: Actor,
  { source, words, rows }: { source: Source; words: string; rows: number },
): Promise<Ranked | null> {
  const order = source.moment?.counted ?? Prisma.sql`w.id`;
  const since = await findBound(actor, { counted: source.counted, order }, rows);
  return since ? rankMatches(narrowed(source, since), words, rows <= mostWalked) : null;
}

function narrowed(source: Source, since: string): Source {
  const { scope, key, moment } = source;
  const bound = moment
    ? Prisma.sql`${moment.own} >= ${since}::timestamptz`
    : Prisma.sql`${key} >= ${since}::uuid`;
  return { ...source, scope: Prisma.sql`${scope} and ${bound}` };
}

type Row = { id: string; rank: number; isCut: boolean };

/**
 * The nearest steps may walk: the planner sees the words and takes what is less, the rows or the index. In the others it does
 * not see them and goes by the index of words, whatever it would have made of their frequency: of a phrase it knows
 * nothing, and would read half the table in its order.
 */
async function rankMatches(
  { from, key, holds, scope, again, moment, isOfNames }: Source,
  words: string,
  isWalk: boolean,
): Promise<Ranked> {
  const [source, query] = isWalk
    ? [from, queryOf(words, isOfNames)]
    : [Prisma.sql`asked cross join ${from}`, Prisma.sql`asked.q`];
  const rows = await db.$queryRaw<Row[]>`
    with asked as materialized (select ${queryOf(words, isOfNames)} as q),
      matched as materialized (select ${key} as key from ${source} where ${holds} @@ ${query} and ${scope}
        order by ${moment?.own ?? key} desc limit ${mostRanked + 1})
    select ${again.id} as id, ts_rank(${again.text}, asked.q, 1)::float8 as rank,
      (select count(*) from matched) > ${mostRanked} as "isCut"
    from asked cross join (select key from matched limit ${mostRanked}) as newest
      join ${again.from} on ${again.key} = newest.key
    order by rank desc, id desc`;
  return { rows: rows.map(({ id, rank: value }) => ({ id, rank: value })), isCut: rows[0]?.isCut ?? false };
}

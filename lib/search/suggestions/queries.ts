import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { roughlySeen } from "@/lib/search/candidates/parties/queries";
import { findHits, type Hits } from "@/lib/search/candidates/queries";
import type { Place } from "@/lib/search/place";
import { type SearchKind, searchKinds } from "@/lib/search/schema";
import { corrected, isNear, plainOf, slips, type Typed, wordsOf } from "@/lib/search/suggestions/spelling";

/** So few results make one ask whether something else was meant. */
export const fewResults = 2;
/** Words that are tried in the place of one that was typed. */
const mostTried = 3;
/** A word that finds something gives way to one that finds so many times as much. */
const muchMore = 10;

/** Names that are looked at for each word. */
const mostNames = 50;

type Found = Record<SearchKind, Hits>;
type Row = { typed: string; word: string };

/**
 * The same search with words put right that find little or nothing, where that finds more; null when there is none. A word
 * of the vocabulary is only proposed when it stands in something that the actor may see, and that the search finds: what
 * nobody shows them cannot be told by a suggestion.
 * @param found how much the search has found as it was typed
 */
export async function suggest(actor: Actor, place: Place, found: number): Promise<string | null> {
  const typed = wordsOf(place.words);
  const near = await findNear(actor, typed, place.programmeId);
  if (near.size === 0) return null;
  const tried = [...new Set([...typed.map(({ plain }) => plain), ...[...near.values()].flat()])];
  // What stands in titles is looked for: texts of files would only cost.
  const hits = await findHits(actor, { ...place, words: tried.join(" or ") }, { withFiles: false });
  const seen = await countSeen(actor, tried, hits);
  const instead = new Map<Typed, string>();
  for (const word of typed) {
    const own = seen.get(word.plain) ?? 0;
    const better = near
      .get(word.plain)
      ?.find(
        (other) => (seen.get(other) ?? 0) > 0 && (own === 0 || (seen.get(other) ?? 0) >= own * muchMore),
      );
    if (better) instead.set(word, better);
    else if (own === 0) return null;
  }
  if (instead.size === 0) return null;
  const text = corrected(place.words, instead);
  if (/^\p{L}+$/u.test(place.words)) return text;
  const all = await findHits(actor, { ...place, words: text }, { withFiles: false });
  return totalOf(all) > found ? text : null;
}

/** The words most like each of those typed, the likest first: of titles, and of names of people whom the actor sees. */
async function findNear(
  actor: Actor,
  typed: Typed[],
  programmeId: string | undefined,
): Promise<Map<string, string[]>> {
  const words = [...new Set(typed.map(({ plain }) => plain))];
  if (words.length === 0) return new Map();
  const [ofTitles, ofPeople] = await Promise.all([
    db.$queryRaw<Row[]>`
      select given.word as typed, near.word from unnest(${words}::text[]) as given(word) cross join lateral (
        select s.word from search_word s where s.plain % given.word
          and to_tsvector('pg_catalog.italian', s.plain) <> to_tsvector('pg_catalog.italian', given.word)
        order by similarity(s.plain, given.word) desc, s.titles desc, s.word limit 12) as near`,
    actor.personId === null ? [] : findNames(actor, words, programmeId),
  ]);
  const near = new Map<string, string[]>();
  for (const word of words) {
    const likest = [
      ...new Set([...ofTitles, ...ofPeople].filter((row) => row.typed === word).map((row) => row.word)),
    ]
      .filter((other) => plainOf(other) !== word && isNear(word, plainOf(other)))
      .toSorted((a, b) => slips(word, plainOf(a)) - slips(word, plainOf(b)))
      .slice(0, mostTried);
    if (likest.length > 0) near.set(word, likest);
  }
  return near;
}

/** Names of people within the actor's sight that hold something like the words, in small letters. */
async function findNames(actor: Actor, words: string[], programmeId: string | undefined): Promise<Row[]> {
  const [, rows] = await db.$transaction([
    // What is usual asks for more likeness than two letters that changed places leave.
    db.$executeRaw`select set_config('pg_trgm.word_similarity_threshold', '0.4', true)`,
    db.$queryRaw<Row[]>`
      select given.word as typed, part.word from unnest(${words}::text[]) as given(word) cross join lateral (
        select p.given_name || ' ' || p.family_name as name from person p
        where f_unaccent(lower(p.given_name || ' ' || p.family_name)) %> given.word
          and ${roughlySeen(actor, programmeId)} limit ${mostNames}) as near
        cross join lateral string_to_table(lower(near.name), ' ') as part(word)`,
  ]);
  return rows;
}

/** In how many of the hits each of the words stands: hits are what the actor may see. */
async function countSeen(actor: Actor, words: string[], found: Found): Promise<Map<string, number>> {
  const ids = (kind: SearchKind) => Prisma.sql`any(${found[kind].rows.map(({ id }) => id)}::uuid[])`;
  const rows = await db.$queryRaw<{ word: string; count: number }[]>`
    with asked as materialized (
        select word, plainto_tsquery('pg_catalog.italian', f_unaccent(word)) as q,
          plainto_tsquery('pg_catalog.simple', f_unaccent(word)) as name
        from unnest(${words}::text[]) as given(word)),
      seen(search, is_name) as materialized (
        select search, false from programme where id = ${ids("programme")}
        union all select search, false from session where id = ${ids("session")}
        union all select search, false from agenda_item where session_id = ${ids("session")}
        union all select search, false from session_minutes where session_id = ${ids("minutes")}
        union all select search, false from document where id = ${ids("document")}
        union all select search, false from post where id = ${ids("post")}
        union all select to_tsvector('pg_catalog.italian', f_unaccent(t.title)), false
          from post p join thread t on t.id = p.thread_id where p.id = ${ids("post")} and p.number = 1
        union all select search, false from faq_entry where id = ${ids("faq")}
        union all select search, false from outcome where id = ${ids("outcome")}
        union all select search, false from reuse_item where id = ${ids("reuse")}
        union all select search, false from organisation where id = ${ids("organisation")}
        union all select search, true from person where id = ${ids("person")} and ${actor.personId !== null})
    select word, count(*)::int as count from asked join seen
      on seen.search @@ (case when seen.is_name then asked.name else asked.q end)
    group by word`;
  return new Map(rows.map(({ word, count }) => [word, count]));
}

function totalOf(found: Found): number {
  return searchKinds.reduce((sum, kind) => sum + found[kind].rows.length, 0);
}

import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import { categoryVisibleTo, postVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { outcomesVisibleTo, visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import type { SearchKind } from "@/lib/search/schema";
import { canReadMinutes, canReadMinutesDraft, visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

/** Something that holds the words and that the actor may see. */
export type Hit = { kind: SearchKind; id: string; rank: number };

type Candidate = { id: string; rank: number };
type Place = { words: string; programmeId?: string };

/** Posts that are looked at, rows that are ranked, rows that are then asked of the rights: at most. */
const limits = { matched: 50_000, ranked: 20_000, kept: 500 };

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
 * What holds the words, best first, of each kind. The database narrows by index, words and a rough scope; what may be
 * seen is then decided by the policies themselves, so that the search can never know better than they do.
 */
export async function findHits(actor: Actor, place: Place): Promise<Record<SearchKind, Hit[]>> {
  const mine = actor.isVisitor
    ? []
    : [...(await idsOf(db.programme.findMany({ where: workedOnBy(actor), ...onlyId })))];
  const [programme, session, document, post, outcome] = await Promise.all([
    findProgrammes(actor, place, mine),
    findSessions(actor, place, mine),
    findDocuments(actor, place, mine),
    findPosts(actor, place),
    findOutcomes(actor, place, mine),
  ]);
  return {
    programme: hits("programme", programme),
    session: hits("session", session),
    document: hits("document", document),
    post: hits("post", post),
    outcome: hits("outcome", outcome),
  };
}

async function findProgrammes(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const found = await rank(Prisma.sql`
    select id, ts_rank(search, ${queryOf(words)}, 1)::float8 as rank from programme
    where search @@ ${queryOf(words)} and (state <> 'DRAFT' or id = any(${mine}::uuid[])) and ${within("id", programmeId)}`);
  const where = { AND: [{ id: { in: found.map(({ id }) => id) } }, programmeVisibleTo(actor)] };
  return only(found, await idsOf(db.programme.findMany({ where, ...onlyId })));
}

async function findSessions(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const scope = Prisma.sql`(s.audience = 'PUBLIC' or s.programme_id = any(${mine}::uuid[]))
    and ${within("s.programme_id", programmeId)}`;
  const [own, byMinutes] = await Promise.all([
    rank(Prisma.sql`
      select s.id, ts_rank(s.search, ${queryOf(words)}, 1)::float8 as rank from session s
      where s.search @@ ${queryOf(words)} and ${scope}`),
    rank(Prisma.sql`
      select s.id, ts_rank(m.search, ${queryOf(words)}, 1)::float8 as rank
      from session_minutes m join session s on s.id = m.session_id
      where m.search @@ ${queryOf(words)} and ${scope}`),
  ]);
  const ids = [...own, ...byMinutes].map(({ id }) => id);
  const visible = await db.session.findMany({
    where: { AND: [{ id: { in: ids } }, sessionVisibleTo(actor)] },
    select: {
      id: true,
      programmeId: true,
      audience: true,
      minutes: { select: { publishedAt: true } },
    },
  });
  const readable = visible.filter(({ minutes, ...session }) =>
    minutes?.publishedAt ? canReadMinutes(actor, session) : canReadMinutesDraft(actor, session),
  );
  return best([
    ...only(own, new Set(visible.map(({ id }) => id))),
    ...only(byMinutes, new Set(readable.map(({ id }) => id))),
  ]);
}

async function findDocuments(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const found = await rank(Prisma.sql`
    select d.id, ts_rank(d.search, ${queryOf(words)}, 1)::float8 as rank
    from document d join document_space s on s.id = d.space_id
    where d.search @@ ${queryOf(words)} and d.removed_at is null
      and (d.is_public or s.programme_id = any(${mine}::uuid[])) and ${within("s.programme_id", programmeId)}`);
  const where = { AND: [{ id: { in: found.map(({ id }) => id) } }, documentVisibleTo(actor)] };
  return only(found, await idsOf(db.document.findMany({ where, ...onlyId })));
}

// A title counts for the post that opens its thread. What is hidden is not found, not even by moderators.
async function findPosts(actor: Actor, { words, programmeId }: Place) {
  const categories = [
    ...(await idsOf(
      db.category.findMany({
        where: { AND: [categoryVisibleTo(actor), programmeId ? { programmeId } : {}] },
        ...onlyId,
      }),
    )),
  ];
  const title = Prisma.sql`to_tsvector('pg_catalog.italian', f_unaccent(t.title))`;
  const [byText, byTitle] = await Promise.all([
    // The words come first, whatever the planner knows of the tables: few posts hold them, many stand in the categories.
    rank(Prisma.sql`
      with matched as materialized (
        select id, thread_id from post
        where search @@ ${queryOf(words)} and hidden_at is null limit ${limits.matched})
      select p.id, ts_rank(p.search, ${queryOf(words)}, 1)::float8 as rank
      from matched m join thread t on t.id = m.thread_id join post p on p.id = m.id
      where t.hidden_at is null and t.category_id = any(${categories}::uuid[])`),
    rank(Prisma.sql`
      select p.id, ts_rank(setweight(${title}, 'A'), ${queryOf(words)}, 1)::float8 as rank
      from thread t join post p on p.thread_id = t.id and p.number = 1
      where ${title} @@ ${queryOf(words)} and t.hidden_at is null
        and t.category_id = any(${categories}::uuid[])`),
  ]);
  const found = best([...byText, ...byTitle]);
  const where = { AND: [{ id: { in: found.map(({ id }) => id) } }, postVisibleTo(actor)] };
  return only(found, await idsOf(db.post.findMany({ where, ...onlyId })));
}

async function findOutcomes(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const found = await rank(Prisma.sql`
    select id, ts_rank(search, ${queryOf(words)}, 1)::float8 as rank from outcome
    where search @@ ${queryOf(words)} and (published_at is not null or programme_id = any(${mine}::uuid[]))
      and ${within("programme_id", programmeId)}`);
  const where = { AND: [{ id: { in: found.map(({ id }) => id) } }, outcomesVisibleTo(actor)] };
  return only(found, await idsOf(db.outcome.findMany({ where, ...onlyId })));
}

const onlyId = { select: { id: true } } as const;

// Each person's own words: quotes, "or", "-" mean what they mean elsewhere, and nothing is an error.
function queryOf(words: string): Prisma.Sql {
  return Prisma.sql`websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words}))`;
}

type ProgrammeColumn = "id" | "programme_id" | "s.programme_id";

function within(column: ProgrammeColumn, programmeId: string | undefined): Prisma.Sql {
  return programmeId ? Prisma.sql`${Prisma.raw(column)} = ${programmeId}::uuid` : Prisma.sql`true`;
}

// Of a word that stands everywhere not every row is ranked: the first ones found are as good as any.
async function rank(matches: Prisma.Sql): Promise<Candidate[]> {
  return db.$queryRaw<Candidate[]>`
    select id, rank from (${matches} limit ${limits.ranked}) as matched
    order by rank desc, id desc limit ${limits.kept}`;
}

async function idsOf(rows: PromiseLike<{ id: string }[]>): Promise<Set<string>> {
  return new Set((await rows).map(({ id }) => id));
}

function only(candidates: Candidate[], ids: ReadonlySet<string>): Candidate[] {
  return candidates.filter(({ id }) => ids.has(id));
}

/** Each once, with its best rank. */
function best(candidates: Candidate[]): Candidate[] {
  const ranks = new Map<string, number>();
  for (const { id, rank: value } of candidates) ranks.set(id, Math.max(value, ranks.get(id) ?? 0));
  return [...ranks].map(([id, value]) => ({ id, rank: value }));
}

function hits(kind: SearchKind, candidates: Candidate[]): Hit[] {
  return candidates.map((candidate) => ({ kind, ...candidate }));
}

import "server-only";
import { ownBodies, versionVisibleTo } from "@/lib/documents/policy";
import { givenOut } from "@/lib/documents/scan/given";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import type { Ranked } from "@/lib/search/ranking/queries";
import { mostRanked } from "@/lib/search/schema";

/** Files that hold the words, up to which all of them are looked at; of a word in more of them only the newest documents are. */
export const mostFiles = 6_000;
/** Documents in the reader's reach, the newest, that are looked through for a word which stands in too many files. */
const mostDocuments = 3_000;
/** Versions of which is asked whether they are their document's newest. */
const mostLooked = 4_000;

/** Of more programmes than these the newest documents are not gathered one programme after the other. */
const fewProgrammes = 10;

type Reach = { scope: Prisma.Sql; mine: string[]; programmeId: string | undefined };

/**
 * Documents whose newest file holds the words: of each the newest version that the actor may read and that is given
 * out, so that neither a draft nor what was put right since is found by others. The database narrows roughly; the policy
 * decides.
 * @param place `scope`: what is asked of documents, called p; `mine`: the programmes of which the actor may read all
 * @returns cut when older documents may hold the words too
 */
export async function findDocumentsByFile(
  actor: Actor,
  { words, ...reach }: { words: string } & Reach,
): Promise<Ranked> {
  const own = actor.isVisitor ? [] : await ownSpaces(actor);
  const candidates = (await isFrequent(words)) ? amongNewest(reach) : byWords(reach);
  const found = await rankFiles(words, candidates, own);
  const documents = await newestReadable(
    actor,
    found.rows.map(({ id }) => id),
  );
  const rows = found.rows.flatMap(({ id, rank }) => {
    const document = documents.get(id);
    return document ? [{ id: document, rank }] : [];
  });
  return { rows, isCut: found.isCut };
}

/** The words; whether they are a phrase; and the same words in any order, which the index knows without a look at the text. */
function asked(words: string): Prisma.Sql {
  return Prisma.sql`asked as materialized (
    select q, is_phrase, case when is_phrase then regexp_replace(q::text, '<(-|\\d+)>', '&', 'g')::tsquery else q end as wide
    from (select websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words})) as q) as given
      cross join lateral (select q::text ~ '<(-|\\d+)>' and q::text !~ '!' as is_phrase) as looks)`;
}

/** Files that hold the words, from the index alone: joined with the words, so that the planner cannot see and guess. */
const holding = Prisma.sql`select x.sha256 from asked cross join file_text x where x.search @@ asked.wide`;

async function isFrequent(words: string): Promise<boolean> {
  const [found] = await db.$queryRaw<{ isFrequent: boolean }[]>`
    with ${asked(words)}
    select count(*) > ${mostFiles} as "isFrequent" from (${holding} limit ${mostFiles + 1}) as counted`;
  return found?.isFrequent ?? false;
}

/** Versions that may hold the words, as `candidates`, and whether there may be more. */
type Candidates = { tables: Prisma.Sql; isCut: Prisma.Sql };

/** From the files to their documents: for words that few hold. */
function byWords({ scope }: Reach): Candidates {
  return {
    tables: Prisma.sql`files as materialized (${holding}),
      candidates as materialized (
        select v.id, v.number, v.document_id, v.object_sha256, p.kind, p.space_id
        from files f join document_version v on v.object_sha256 = f.sha256 join document p on p.id = v.document_id
        where ${scope} order by v.id desc limit ${mostLooked})`,
    isCut: Prisma.sql`(select count(*) from candidates) >= ${mostLooked}`,
  };
}

/** From the newest documents in reach to their files: for words that stand nearly everywhere. */
function amongNewest(reach: Reach): Candidates {
  return {
    tables: Prisma.sql`newest as materialized (${newestWithin(reach)}),
      candidates as materialized (
        select v.id, v.number, v.document_id, v.object_sha256, n.kind, n.space_id
        from newest n
          cross join lateral (select id, number, document_id, object_sha256 from document_version
            where document_id = n.id offset 0) as v
          join (${holding} offset 0) as f on f.sha256 = v.object_sha256
        order by v.id desc)`,
    isCut: Prisma.sql`(select count(*) from newest) >= ${mostDocuments}`,
  };
}

/** The newest documents in reach: of few programmes by each one's index, and what is public by its own. */
function newestWithin({ scope, mine, programmeId }: Reach): Prisma.Sql {
  const newestFirst = Prisma.sql`order by p.id desc limit ${mostDocuments}`;
  if (programmeId || mine.length > fewProgrammes)
    return Prisma.sql`select p.id, p.kind, p.space_id from document p where ${scope} ${newestFirst}`;
  return Prisma.sql`
    select p.* from (
      (select p.id, p.kind, p.space_id from document p where p.is_public and p.removed_at is null ${newestFirst})
      union
      (select own.* from unnest(${mine}::uuid[]) as programme(id)
        cross join lateral (select p.id, p.kind, p.space_id from document p
          where p.programme_id = programme.id and p.removed_at is null
          order by p.created_at desc, p.id desc limit ${mostDocuments}) as own)) as p
    ${newestFirst}`;
}

/**
 * Versions whose text holds the words, ranked. Found by the index of words alone: to look at each of some thousand whole
 * files would be the most work of all, and the planner does not know how long they are. What costs most, whether there is
 * a newer one and whether words stand in the order of a phrase, is asked last and only of the newest.
 */
async function rankFiles(words: string, { tables, isCut }: Candidates, own: string[]): Promise<Ranked> {
  const rows = await db.$queryRaw<{ id: string; rank: number; isCut: boolean }[]>`
    with ${asked(words)}, ${tables},
      matched as materialized (
        select c.id, c.object_sha256 from asked cross join candidates c
          join stored_object o on o.sha256 = c.object_sha256
          join file_text x on x.sha256 = c.object_sha256
        where o.scan in ('NONE', 'CLEAN') and ${perhapsNewest(own)} and (not asked.is_phrase or x.search @@ asked.q)
        order by c.id desc limit ${mostRanked + 1})
    select m.id, ts_rank(x.search, asked.q, 1)::float8 as rank,
      (select count(*) from matched) > ${mostRanked} or ${isCut} as "isCut"
    from asked cross join (select * from matched order by id desc limit ${mostRanked}) as m
      join file_text x on x.sha256 = m.object_sha256
    order by rank desc, id desc`;
  return { rows: rows.map(({ id, rank }) => ({ id, rank })), isCut: rows[0]?.isCut ?? false };
}

/**
 * Of a material the newest that is given out. Of a deliverable what somebody may read depends on who it is: the body sees
 * all, others what was sent or decided. The offsets keep it a look at each of the few that are asked, newest first, where
 * the planner would read both tables before it begins.
 */
function perhapsNewest(ownSpaceIds: string[]): Prisma.Sql {
  return Prisma.sql`(
    ((c.kind <> 'DELIVERABLE' or c.space_id = any(${ownSpaceIds}::uuid[])) and not exists (
      select from document_version n join stored_object m on m.sha256 = n.object_sha256
      where n.document_id = c.document_id and n.number > c.number and m.scan in ('NONE', 'CLEAN')))
    or (c.kind = 'DELIVERABLE' and (
      exists (select from submission s where s.version_id = c.id and s.withdrawn_at is null offset 0)
      or exists (select from deliverable d where d.review_version_id = c.id offset 0))))`;
}

async function ownSpaces(actor: Actor): Promise<string[]> {
  const bodies = ownBodies(actor);
  if (bodies.length === 0) return [];
  const spaces = await db.documentSpace.findMany({ where: { OR: bodies }, select: { id: true } });
  return spaces.map(({ id }) => id);
}

/** Those of the versions that are the newest which the actor may read of their document, with the document. */
async function newestReadable(actor: Actor, versionIds: string[]): Promise<Map<string, string>> {
  const readable = { AND: [versionVisibleTo(actor), givenOut] };
  const versions = await db.documentVersion.findMany({
    where: { AND: [{ id: { in: versionIds } }, readable] },
    select: { documentId: true },
  });
  const newest = await newestOf(
    actor,
    versions.map(({ documentId }) => documentId),
  );
  const asked = new Set(versionIds);
  return new Map([...newest].flatMap(([documentId, { id }]) => (asked.has(id) ? [[id, documentId]] : [])));
}

/** The newest version of each document that the actor may read, where there is one. */
export async function newestOf(
  actor: Actor,
  documentIds: string[],
): Promise<Map<string, { id: string; filename: string; sha256: string }>> {
  const versions = await db.documentVersion.findMany({
    where: { AND: [{ documentId: { in: documentIds } }, versionVisibleTo(actor), givenOut] },
    orderBy: { number: "desc" },
    distinct: ["documentId"],
    select: { id: true, documentId: true, filename: true, objectSha256: true },
  });
  return new Map(
    versions.map(({ id, documentId, filename, objectSha256 }) => [
      documentId,
      { id, filename, sha256: objectSha256 },
    ]),
  );
}

/**
 * A piece of each text around the words: the one that holds them all, or else the most of them; none where they stand in
 * none. Read only of what the caller found readable.
 */
export async function passagesWith(
  _actor: Actor,
  hashes: string[],
  words: string,
): Promise<Map<string, string>> {
  if (hashes.length === 0) return new Map();
  const rows = await db.$queryRaw<{ sha256: string; text: string }[]>`
    with asked as materialized (
      select q, case when q::text ~ '(^|[ (])!' then q else replace(q::text, ' & ', ' | ')::tsquery end as any_of
      from (select websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words})) as q) as given)
    select distinct on (p.sha256) p.sha256, p.text
    from asked cross join file_passage p join file_text x on x.sha256 = p.sha256
    where p.sha256 = any(${hashes}::text[]) and x.state = 'DONE' and p.search @@ asked.any_of
    order by p.sha256, (p.search @@ asked.q) desc, ts_rank(p.search, asked.any_of) desc, p.number`;
  return new Map(rows.map(({ sha256, text }) => [sha256, text]));
}

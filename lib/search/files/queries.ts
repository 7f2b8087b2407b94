import "server-only";
import { ownBodies, versionVisibleTo } from "@/lib/documents/policy";
import { givenOut } from "@/lib/documents/scan/given";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { type Ranked, rankIndexed } from "@/lib/search/ranking/queries";

/**
 * Documents whose newest file holds the words: of each the newest version that the actor may read and that is given
 * out, so that neither a draft nor what was put right since is found by others. The database narrows roughly; the policy
 * decides.
 * @param place `scope`: what is asked of documents, called p
 */
export async function findDocumentsByFile(
  actor: Actor,
  { words, scope }: { words: string; scope: Prisma.Sql },
): Promise<Ranked> {
  const own = actor.isVisitor ? [] : await ownSpaces(actor);
  const found = await rankIndexed(
    actor,
    {
      from: Prisma.sql`file_text x join document_version v on v.object_sha256 = x.sha256
        join document p on p.id = v.document_id join stored_object o on o.sha256 = v.object_sha256`,
      key: Prisma.sql`v.id`,
      holds: Prisma.sql`x.search`,
      scope: Prisma.sql`o.scan in ('NONE', 'CLEAN') and ${scope} and ${perhapsNewest(own)}`,
      again: {
        from: Prisma.sql`document_version v join file_text x on x.sha256 = v.object_sha256`,
        id: Prisma.sql`v.id`,
        key: Prisma.sql`v.id`,
        // Without weight: a document that is called so comes before one in which the word stands.
        text: Prisma.sql`x.search`,
      },
    },
    words,
  );
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

/**
 * Of a material the newest that is given out. Of a deliverable what somebody may read depends on who it is: the body sees
 * all, others what was sent or decided.
 */
function perhapsNewest(ownSpaceIds: string[]): Prisma.Sql {
  return Prisma.sql`(
    ((p.kind <> 'DELIVERABLE' or p.space_id = any(${ownSpaceIds}::uuid[])) and not exists (
      select from document_version n join stored_object m on m.sha256 = n.object_sha256
      where n.document_id = v.document_id and n.number > v.number and m.scan in ('NONE', 'CLEAN')))
    or (p.kind = 'DELIVERABLE' and (
      exists (select from submission s where s.version_id = v.id and s.withdrawn_at is null)
      or exists (select from deliverable d where d.review_version_id = v.id))))`;
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

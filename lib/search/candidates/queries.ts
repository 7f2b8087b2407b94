import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import { categoryVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { outcomesVisibleTo, visibleTo as programmeVisibleTo, workedOnBy } from "@/lib/programmes/policy";
import { itemListedFor } from "@/lib/reuse/policy";
import { findDocumentsByFile } from "@/lib/search/files/queries";
import { type Ranked, rank, type Source } from "@/lib/search/ranking/queries";
import { mostRanked, type SearchKind } from "@/lib/search/schema";
import { canReadMinutes, canReadMinutesDraft, visibleTo as sessionVisibleTo } from "@/lib/sessions/policy";

/** Something that holds the words and that the actor may see. */
export type Hit = { kind: SearchKind; id: string; rank: number };

/** Hits of one kind, best first; cut when more held the words than were ranked and kept. */
export type Hits = { rows: Hit[]; isCut: boolean };

/** More than these narrow too little for what it costs to read which posts are theirs. */
const fewProgrammes = 10;

type Place = { words: string; programmeId?: string };

/**
 * What holds the words, best first, of each kind. The database narrows by index, words and a rough scope; what may be
 * seen is then decided by the policies themselves, so that the search can never know better than they do.
 */
export async function findHits(actor: Actor, place: Place): Promise<Record<SearchKind, Hits>> {
  const mine = actor.isVisitor
    ? []
    : [...(await idsOf(db.programme.findMany({ where: workedOnBy(actor), ...onlyId })))];
  const [programme, session, document, post, outcome, reuse] = await Promise.all([
    findProgrammes(actor, place, mine),
    findSessions(actor, place, mine),
    findDocuments(actor, place, mine),
    findPosts(actor, place),
    findOutcomes(actor, place, mine),
    findReuseItems(actor, place),
  ]);
  return {
    programme: hits("programme", programme),
    session: hits("session", session),
    document: hits("document", document),
    post: hits("post", post),
    outcome: hits("outcome", outcome),
    reuse: hits("reuse", reuse),
  };
}

async function findProgrammes(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const scope = Prisma.sql`(p.state <> 'DRAFT' or p.id = any(${mine}::uuid[])) and ${within("p.id", programmeId)}`;
  const found = await rank(actor, ownText("programme", scope), words);
  const where = { AND: [{ id: { in: ids(found) } }, programmeVisibleTo(actor)] };
  return only(found, await idsOf(db.programme.findMany({ where, ...onlyId })));
}

async function findSessions(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const scope = Prisma.sql`(p.audience = 'PUBLIC' or p.programme_id = any(${mine}::uuid[]))
    and ${within("p.programme_id", programmeId)}`;
  const [own, byMinutes] = await Promise.all([
    rank(actor, ownText("session", scope), words),
    rank(
      actor,
      {
        from: Prisma.sql`session_minutes m join session p on p.id = m.session_id`,
        key: Prisma.sql`p.id`,
        holds: Prisma.sql`m.search`,
        scope,
        counted: Prisma.sql`session w`,
        again: {
          from: Prisma.sql`session_minutes m`,
          id: Prisma.sql`m.session_id`,
          key: Prisma.sql`m.session_id`,
          text: Prisma.sql`m.search`,
        },
      },
      words,
    ),
  ]);
  const visible = await db.session.findMany({
    where: { AND: [{ id: { in: [...ids(own), ...ids(byMinutes)] } }, sessionVisibleTo(actor)] },
    select: {
      id: true,
      programmeId: true,
      deputyId: true,
      audience: true,
      minutes: { select: { publishedAt: true } },
    },
  });
  const readable = visible.filter(({ minutes, ...session }) =>
    minutes?.publishedAt ? canReadMinutes(actor, session) : canReadMinutesDraft(actor, session),
  );
  return best(
    only(own, new Set(visible.map(({ id }) => id))),
    only(byMinutes, new Set(readable.map(({ id }) => id))),
  );
}

async function findDocuments(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const scope = Prisma.sql`p.removed_at is null and (p.is_public or p.programme_id = any(${mine}::uuid[]))
    and ${within("p.programme_id", programmeId)}`;
  const [found, byFile] = await Promise.all([
    rank(actor, ownText("document", scope), words),
    findDocumentsByFile(actor, { words, scope, mine, programmeId }),
  ]);
  const where = { AND: [{ id: { in: ids(found) } }, documentVisibleTo(actor)] };
  return best(only(found, await idsOf(db.document.findMany({ where, ...onlyId }))), byFile);
}

// A title counts for the post that opens its thread. What is hidden is not found, not even by moderators. The policy has
// chosen the categories; it is asked again of the posts that are shown, as of a thousand it would cost more than the search.
async function findPosts(actor: Actor, { words, programmeId }: Place) {
  const categories = await db.category.findMany({
    where: { AND: [categoryVisibleTo(actor), programmeId ? { programmeId } : {}] },
    select: { id: true, programmeId: true },
  });
  const within = Prisma.sql`t.hidden_at is null and t.category_id = any(${categories.map(({ id }) => id)}::uuid[])`;
  const programmes = [...new Set(categories.map((one) => one.programmeId))];
  const title = Prisma.sql`to_tsvector('pg_catalog.italian', f_unaccent(t.title))`;
  const [byText, byTitle] = await Promise.all([
    rank(
      actor,
      {
        ...ownText("post", within),
        from: Prisma.sql`post p join thread t on t.id = p.thread_id`,
        counted: programmeId
          ? Prisma.sql`post w where w.programme_id = ${programmeId}::uuid`
          : Prisma.sql`post w`,
        // The thread's category decides; of few programmes, the post's own column narrows before it is read.
        scope: Prisma.sql`p.hidden_at is null and ${within} and ${
          programmes.length > fewProgrammes
            ? Prisma.sql`true`
            : Prisma.sql`p.programme_id = any(${programmes}::uuid[])`
        }`,
      },
      words,
    ),
    rank(
      actor,
      {
        from: Prisma.sql`thread t`,
        key: Prisma.sql`t.id`,
        holds: title,
        scope: within,
        counted: Prisma.sql`thread w`,
        again: {
          from: Prisma.sql`thread t join post p on p.thread_id = t.id and p.number = 1`,
          id: Prisma.sql`p.id`,
          key: Prisma.sql`t.id`,
          text: Prisma.sql`setweight(${title}, 'A')`,
        },
      },
      words,
    ),
  ]);
  return best(byText, byTitle);
}

async function findOutcomes(actor: Actor, { words, programmeId }: Place, mine: string[]) {
  const scope = Prisma.sql`(p.published_at is not null or p.programme_id = any(${mine}::uuid[]))
    and ${within("p.programme_id", programmeId)}`;
  const found = await rank(actor, ownText("outcome", scope), words);
  const where = { AND: [{ id: { in: ids(found) } }, outcomesVisibleTo(actor)] };
  return only(found, await idsOf(db.outcome.findMany({ where, ...onlyId })));
}

// What the library gives out is everybody's; of a programme in draft it is found by those who see that.
async function findReuseItems(actor: Actor, { words, programmeId }: Place) {
  const scope = Prisma.sql`p.state = 'PUBLISHED' and ${within("p.programme_id", programmeId)}`;
  const found = await rank(actor, ownText("reuse_item", scope), words);
  const where = { AND: [{ id: { in: ids(found) } }, itemListedFor(actor)] };
  return only(found, await idsOf(db.reuseItem.findMany({ where, ...onlyId })));
}

const onlyId = { select: { id: true } } as const;

/** Rows, called p, that hold their words in a column of their own. */
function ownText(table: Exclude<SearchKind, "reuse"> | "reuse_item", scope: Prisma.Sql): Source {
  const from = Prisma.sql`${Prisma.raw(table)} p`;
  const counted = Prisma.sql`${Prisma.raw(table)} w`;
  const key = Prisma.sql`p.id`;
  const text = Prisma.sql`p.search`;
  return { from, key, holds: text, scope, counted, again: { from, id: key, key, text } };
}

function within(column: "p.id" | "p.programme_id", programmeId: string | undefined): Prisma.Sql {
  return programmeId ? Prisma.sql`${Prisma.raw(column)} = ${programmeId}::uuid` : Prisma.sql`true`;
}

function ids({ rows }: Ranked): string[] {
  return rows.map(({ id }) => id);
}

async function idsOf(rows: PromiseLike<{ id: string }[]>): Promise<Set<string>> {
  return new Set((await rows).map(({ id }) => id));
}

function only({ rows, isCut }: Ranked, visible: ReadonlySet<string>): Ranked {
  return { rows: rows.filter(({ id }) => visible.has(id)), isCut };
}

/** Each once, with its best rank, and no more than are kept of one list. */
function best(...found: Ranked[]): Ranked {
  const ranks = new Map<string, number>();
  for (const { id, rank: value } of found.flatMap(({ rows }) => rows))
    ranks.set(id, Math.max(value, ranks.get(id) ?? 0));
  const rows = [...ranks].map(([id, value]) => ({ id, rank: value })).toSorted((a, b) => b.rank - a.rank);
  return {
    rows: rows.slice(0, mostRanked),
    isCut: rows.length > mostRanked || found.some(({ isCut }) => isCut),
  };
}

function hits(kind: SearchKind, { rows, isCut }: Ranked): Hits {
  return { rows: rows.map((row) => ({ kind, ...row })), isCut };
}

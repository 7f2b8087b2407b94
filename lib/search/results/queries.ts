import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canEnter, outcomesVisibleTo, visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { itemListedFor } from "@/lib/reuse/policy";
import type { Hit } from "@/lib/search/candidates/queries";
import { excerptOf, markPieces, marks, type Piece, plainText } from "@/lib/search/excerpt";
import { newestOf, passagesWith } from "@/lib/search/files/queries";
import { describePosts, describeQuestions } from "@/lib/search/results/forum/queries";
import { type Found, programmeSelect } from "@/lib/search/results/found";
import { describeMinutes, describeSessions } from "@/lib/search/results/meetings/queries";
import { describeOrganisations, describePeople } from "@/lib/search/results/parties/queries";

/** One line of the results: safe to show, the found words marked in pieces of plain text. */
export type SearchResult = Omit<Found, "title" | "text" | "programme"> & {
  title: Piece[];
  excerpt: Piece[];
  programme: { slug: string; shortTitle: string; isInside: boolean } | null;
};

/** Characters of a text in which the words are looked for again, to be marked. */
const longestText = 20_000;

/** What a page shows of hits, which the actor was found to see, in their order. */
export async function describeHits(actor: Actor, hits: Hit[], words: string): Promise<SearchResult[]> {
  const idsOf = (kind: Hit["kind"]) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const found = (
    await Promise.all([
      programmes(actor, idsOf("programme")),
      describeSessions(actor, idsOf("session")),
      describeMinutes(actor, idsOf("minutes")),
      documents(actor, idsOf("document"), words),
      describePosts(actor, idsOf("post")),
      describeQuestions(actor, idsOf("faq")),
      outcomes(actor, idsOf("outcome")),
      reuseItems(actor, idsOf("reuse")),
      describeOrganisations(actor, idsOf("organisation")),
      describePeople(actor, idsOf("person")),
    ])
  ).flat();
  // Minutes bear the identifier of their session.
  const byName = new Map(found.map((one) => [`${one.target.kind} ${one.id}`, one]));
  const ordered = hits.flatMap(({ kind, id }) => byName.get(`${kind} ${id}`) ?? []);
  const titles = ordered.map((one) => plainText(one.title));
  const texts = ordered.map((one) => plainText(one.text.slice(0, longestText)));
  const marked = await markWords([...titles, ...texts], words);
  return ordered.map(({ title: _title, text: _text, programme: its, ...one }, index) => ({
    ...one,
    title: markPieces(titles[index] ?? "", marked[index] ?? ""),
    excerpt: excerptOf(markPieces(texts[index] ?? "", marked[ordered.length + index] ?? "")),
    programme: its && { slug: its.slug, shortTitle: its.shortTitle, isInside: canEnter(actor, its) },
  }));
}

async function programmes(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.programme.findMany({
    where: { AND: [{ id: { in: ids } }, programmeVisibleTo(actor)] },
    select: { ...programmeSelect.select, title: true, summary: true, description: true, lang: true },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "programme" },
    title: row.title,
    text: `${row.summary}\n${row.description}`,
    lang: row.lang,
    at: null,
    programme: row,
  }));
}

// What is shown of a file is read of it: by the same right as its download, asked of the version itself.
async function documents(actor: Actor, ids: string[], words: string): Promise<Found[]> {
  if (ids.length === 0) return [];
  const files = await newestOf(actor, ids);
  const passages = await passagesWith(
    actor,
    [...files.values()].map(({ sha256 }) => sha256),
    words,
  );
  const rows = await db.document.findMany({
    where: { AND: [{ id: { in: ids } }, documentVisibleTo(actor)] },
    select: {
      id: true,
      title: true,
      note: true,
      lang: true,
      isPublic: true,
      createdAt: true,
      deliverable: { select: { id: true } },
      space: {
        select: {
          programme: programmeSelect,
          organisation: { select: { shortName: true } },
          table: { select: { title: true } },
        },
      },
    },
  });
  const passageOf = (id: string) => {
    const file = files.get(id);
    const passage = file && passages.get(file.sha256);
    return passage === undefined ? {} : { passage, file: file?.filename };
  };
  return rows
    .map((row) => ({ ...row, ...passageOf(row.id) }))
    .map((row) => ({
      id: row.id,
      target: {
        kind: "document",
        id: row.id,
        deliverableId: row.deliverable?.id ?? null,
        isPublic: row.isPublic,
      },
      title: row.title,
      text: row.passage === undefined ? row.note : `${row.note}\n${row.passage}`,
      lang: row.lang,
      at: row.createdAt,
      body: row.space.organisation?.shortName ?? row.space.table?.title,
      file: row.file,
      programme: row.space.programme,
    }));
}

async function outcomes(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.outcome.findMany({
    where: { AND: [{ id: { in: ids } }, outcomesVisibleTo(actor)] },
    select: { id: true, title: true, text: true, lang: true, publishedAt: true, programme: programmeSelect },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "outcome", isPublished: row.publishedAt !== null },
    title: row.title,
    text: row.text,
    lang: row.lang,
    at: row.publishedAt,
    programme: row.programme,
  }));
}

async function reuseItems(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.reuseItem.findMany({
    where: { AND: [{ id: { in: ids } }, itemListedFor(actor)] },
    select: {
      id: true,
      slug: true,
      title: true,
      abstract: true,
      lang: true,
      publishedAt: true,
      programme: programmeSelect,
      organisation: { select: { shortName: true } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "reuse", slug: row.slug },
    title: row.title,
    text: row.abstract,
    lang: row.lang,
    at: row.publishedAt,
    body: row.organisation?.shortName,
    programme: row.programme,
  }));
}

// Marked by the same rules of words that found them, in a copy without accents.
async function markWords(texts: string[], words: string): Promise<string[]> {
  if (texts.length === 0) return [];
  const rows = await db.$queryRaw<{ marked: string }[]>`
    select ts_headline('pg_catalog.italian', f_unaccent(text),
      websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words})),
      ${`HighlightAll=true, StartSel=${marks.start}, StopSel=${marks.stop}`}) as marked
    from unnest(${texts}::text[]) with ordinality as given(text, place)
    order by place`;
  return rows.map(({ marked }) => marked);
}

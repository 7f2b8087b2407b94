import "server-only";
import { documentVisibleTo } from "@/lib/documents/policy";
import { withoutNames } from "@/lib/forum/mentions/names";
import { postVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { canEnter } from "@/lib/programmes/policy";
import type { Hit } from "@/lib/search/candidates/queries";
import { excerptOf, markPieces, marks, type Piece, plainText } from "@/lib/search/excerpt";
import { newestOf, passagesWith } from "@/lib/search/files/queries";
import { canReadMinutes, canReadMinutesDraft } from "@/lib/sessions/policy";

/** Where a result leads. */
export type Target =
  | { kind: "programme" }
  | { kind: "session"; id: string }
  | { kind: "document"; id: string; deliverableId: string | null; isPublic: boolean }
  | { kind: "post"; threadId: string; number: number }
  | { kind: "outcome"; isPublished: boolean }
  | { kind: "reuse"; slug: string };

type Found = {
  id: string;
  target: Target;
  title: string;
  text: string;
  lang: string;
  at: Date | null;
  /** the body whose document it is */
  body?: string;
  /** name of the file in whose text the words stand */
  file?: string;
  programme: { id: string; slug: string; shortTitle: string; promoterId: string };
};

/** One line of the results: safe to show, the found words marked in pieces of plain text. */
export type SearchResult = Omit<Found, "title" | "text" | "programme"> & {
  title: Piece[];
  excerpt: Piece[];
  programme: { slug: string; shortTitle: string; isInside: boolean };
};

const programme = { select: { id: true, slug: true, shortTitle: true, promoterId: true } } as const;
/** Characters of a text in which the words are looked for again, to be marked. */
const longestText = 20_000;

/** What a page shows of hits, which the actor was found to see, in their order. */
export async function describeHits(actor: Actor, hits: Hit[], words: string): Promise<SearchResult[]> {
  const idsOf = (kind: Hit["kind"]) => hits.filter((hit) => hit.kind === kind).map(({ id }) => id);
  const found = (
    await Promise.all([
      programmes(idsOf("programme")),
      sessions(actor, idsOf("session")),
      documents(actor, idsOf("document"), words),
      posts(actor, idsOf("post")),
      outcomes(idsOf("outcome")),
      reuseItems(idsOf("reuse")),
    ])
  ).flat();
  const byId = new Map(found.map((one) => [one.id, one]));
  const ordered = hits.flatMap(({ id }) => byId.get(id) ?? []);
  const titles = ordered.map((one) => plainText(one.title));
  const texts = ordered.map((one) => plainText(one.text.slice(0, longestText)));
  const marked = await markWords([...titles, ...texts], words);
  return ordered.map(({ title: _title, text: _text, programme: its, ...one }, index) => ({
    ...one,
    title: markPieces(titles[index] ?? "", marked[index] ?? ""),
    excerpt: excerptOf(markPieces(texts[index] ?? "", marked[ordered.length + index] ?? "")),
    programme: { slug: its.slug, shortTitle: its.shortTitle, isInside: canEnter(actor, its) },
  }));
}

async function programmes(ids: string[]): Promise<Found[]> {
  const rows = await db.programme.findMany({
    where: { id: { in: ids } },
    select: { ...programme.select, title: true, summary: true, description: true, lang: true },
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

async function sessions(actor: Actor, ids: string[]): Promise<Found[]> {
  const rows = await db.session.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      title: true,
      description: true,
      startsAt: true,
      programmeId: true,
      deputyId: true,
      audience: true,
      programme,
      minutes: { select: { text: true, publishedAt: true } },
    },
  });
  return rows.map(({ minutes, ...row }) => {
    const mayRead = minutes?.publishedAt ? canReadMinutes(actor, row) : canReadMinutesDraft(actor, row);
    return {
      id: row.id,
      target: { kind: "session", id: row.id },
      title: row.title,
      text: mayRead && minutes ? `${row.description}\n${minutes.text}` : row.description,
      lang: "it",
      at: row.startsAt,
      programme: row.programme,
    };
  });
}

// What is shown of a file is read of it: by the same right as its download, asked of the version itself.
async function documents(actor: Actor, ids: string[], words: string): Promise<Found[]> {
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
      space: { select: { programme, organisation: { select: { shortName: true } } } },
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
      body: row.space.organisation?.shortName,
      file: row.file,
      programme: row.space.programme,
    }));
}

async function posts(actor: Actor, ids: string[]): Promise<Found[]> {
  const rows = await db.post.findMany({
    where: { AND: [{ id: { in: ids } }, postVisibleTo(actor)] },
    select: {
      id: true,
      number: true,
      markdown: true,
      lang: true,
      createdAt: true,
      mentions: { where: { personId: { not: null } }, select: { name: true } },
      thread: { select: { id: true, title: true, category: { select: { programme } } } },
    },
  });
  const readable = ({ markdown, mentions }: { markdown: string; mentions: { name: string }[] }) =>
    actor.isVisitor
      ? withoutNames(
          markdown,
          mentions.map(({ name }) => name),
        )
      : markdown;
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "post", threadId: row.thread.id, number: row.number },
    title: row.thread.title,
    text: readable(row),
    lang: row.lang,
    at: row.createdAt,
    programme: row.thread.category.programme,
  }));
}

async function outcomes(ids: string[]): Promise<Found[]> {
  const rows = await db.outcome.findMany({
    where: { id: { in: ids } },
    select: { id: true, title: true, text: true, lang: true, publishedAt: true, programme },
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

async function reuseItems(ids: string[]): Promise<Found[]> {
  const rows = await db.reuseItem.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      slug: true,
      title: true,
      abstract: true,
      lang: true,
      publishedAt: true,
      programme,
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
  const rows = await db.$queryRaw<{ marked: string }[]>`
    select ts_headline('pg_catalog.italian', f_unaccent(text),
      websearch_to_tsquery('pg_catalog.italian', f_unaccent(${words})),
      ${`HighlightAll=true, StartSel=${marks.start}, StopSel=${marks.stop}`}) as marked
    from unnest(${texts}::text[]) with ordinality as given(text, place)
    order by place`;
  return rows.map(({ marked }) => marked);
}

import "server-only";
import { withoutNames } from "@/lib/forum/mentions/names";
import { postVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Found, programmeSelect } from "@/lib/search/results/found";

const textSelect = {
  markdown: true,
  mentions: { where: { personId: { not: null } }, select: { name: true } },
} as const;

/** Posts below the titles of their threads; who is called in them is not named to visitors. */
export async function describePosts(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.post.findMany({
    where: { AND: [{ id: { in: ids } }, postVisibleTo(actor)] },
    select: {
      ...textSelect,
      id: true,
      number: true,
      lang: true,
      createdAt: true,
      thread: { select: { id: true, title: true, category: { select: { programme: programmeSelect } } } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "post", threadId: row.thread.id, number: row.number },
    title: row.thread.title,
    text: readable(actor, row),
    lang: row.lang,
    at: row.createdAt,
    programme: row.thread.category.programme,
  }));
}

/** Questions that are asked often, with their answers. */
export async function describeQuestions(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.faqEntry.findMany({
    where: {
      id: { in: ids },
      thread: { AND: [threadVisibleTo(actor), { hiddenAt: null }] },
      post: { hiddenAt: null },
    },
    select: {
      id: true,
      question: true,
      lang: true,
      addedAt: true,
      post: { select: textSelect },
      section: { select: { programme: programmeSelect } },
    },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "faq", id: row.id },
    title: row.question,
    text: readable(actor, row.post),
    lang: row.lang,
    at: row.addedAt,
    programme: row.section.programme,
  }));
}

function readable(
  actor: Actor,
  { markdown, mentions }: { markdown: string; mentions: { name: string }[] },
): string {
  return actor.isVisitor
    ? withoutNames(
        markdown,
        mentions.map(({ name }) => name),
      )
    : markdown;
}

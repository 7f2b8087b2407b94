import "server-only";
import { categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** Texts under way that a page lists: who has more of them finds them in their places. */
const mostListed = 20;

/** One's texts under way in a programme's forum, the latest first; only where the place can still be read. */
export async function listDrafts(actor: Actor, programmeId: string) {
  if (actor.personId === null) return [];
  return db.postDraft.findMany({
    where: {
      personId: actor.personId,
      OR: [
        { thread: { AND: [{ category: { programmeId } }, threadVisibleTo(actor)] } },
        { category: { AND: [{ programmeId }, categoryVisibleTo(actor)] } },
      ],
    },
    orderBy: [{ updatedAt: "desc" }, { id: "desc" }],
    take: mostListed,
    select: {
      id: true,
      title: true,
      markdown: true,
      updatedAt: true,
      thread: { select: { id: true, title: true, lastPostNumber: true } },
      category: { select: { id: true, title: true } },
    },
  });
}

export type ListedDraft = Awaited<ReturnType<typeof listDrafts>>[number];

/** One's text under way of a new thread in a category; null when there is none. */
export async function findThreadDraft(actor: Actor, categoryId: string) {
  if (actor.personId === null) return null;
  return db.postDraft.findFirst({
    where: { personId: actor.personId, categoryId, category: categoryVisibleTo(actor) },
    select: { id: true, title: true, markdown: true, updatedAt: true },
  });
}

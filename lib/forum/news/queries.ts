import "server-only";
import { pageSize } from "@/lib/forum/paging";
import { canKeepTrack, threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, type Prisma } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";

/** A thread that somebody reads on its reserved page and follows while it is open. */
export type FollowedThread = { id: string; programmeId: string; tracks: boolean };

/**
 * The thread that the actor has open, in the reserved area.
 * @throws NotFoundError for whom that page does not exist
 */
export async function getFollowedThread(actor: Actor, id: string): Promise<FollowedThread> {
  const thread = found(
    await db.thread.findFirst({
      where: openTo(actor, id),
      select: { id: true, category: { select: { programmeId: true } } },
    }),
    "thread",
  );
  const { programmeId } = thread.category;
  return { id: thread.id, programmeId, tracks: canKeepTrack(actor, { programmeId }) };
}

/** What was written in a thread after a post. Numbers are given under the thread's lock: they come in their order. */
export type ThreadNews = {
  /** numbers of posts by others that can be read, rising; at most a page of them */
  numbers: number[];
  /** the number up to which this tells; what comes after it comes later */
  upTo: number;
  /** more was written than is told one by one */
  isMore: boolean;
};

/**
 * What others have written in a thread after a number, up to a page of posts.
 * @throws NotFoundError when the actor may read the thread no more, or it is no more
 */
export async function getThreadNews(actor: Actor, id: string, after: number): Promise<ThreadNews> {
  const thread = found(
    await db.thread.findFirst({
      where: openTo(actor, id),
      select: {
        lastPostNumber: true,
        posts: {
          where: { number: { gt: after }, hiddenAt: null },
          orderBy: { number: "asc" },
          take: pageSize + 1,
          select: { number: true, authorId: true },
        },
      },
    }),
    "thread",
  );
  const isMore = thread.posts.length > pageSize;
  const others = thread.posts.filter(({ authorId }) => authorId === null || authorId !== actor.personId);
  const last = thread.posts.at(-1)?.number ?? after;
  return {
    numbers: isMore ? [] : others.map(({ number }) => number),
    upTo: isMore ? thread.lastPostNumber : Math.max(after, last),
    isMore,
  };
}

function openTo(actor: Actor, id: string): Prisma.ThreadWhereInput {
  return { AND: [{ id }, threadVisibleTo(actor), { category: { programme: workedOnBy(actor) } }] };
}

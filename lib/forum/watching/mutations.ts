import "server-only";
import { canKeepTrack, categoryVisibleTo, threadVisibleTo } from "@/lib/forum/policy";
import type { WatchCategory, WatchThread } from "@/lib/forum/watching/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";

/** Says how closely one follows a thread. As reading, it is no event: only the person sees it. */
export async function watchThread(
  actor: Actor,
  { id, level }: WatchThread,
): Promise<{ slug: string; threadId: string }> {
  return inTransaction(async (tx) => {
    const { category } = found(
      await tx.thread.findFirst({
        where: { AND: [{ id }, threadVisibleTo(actor)] },
        select: { category: { select: { programmeId: true, programme: { select: { slug: true } } } } },
      }),
      "thread",
    );
    authorise(canKeepTrack(actor, category));
    const personId = actor.personId as string;
    const watch = level === "USUAL" ? null : level;
    await tx.threadRead.upsert({
      where: { personId_threadId: { personId, threadId: id } },
      create: { personId, threadId: id, lastReadNumber: 0, readAt: actor.at, watch },
      update: { watch, isWatchAutomatic: false },
      select: { threadId: true },
    });
    return { slug: category.programme.slug, threadId: id };
  });
}

/** Says how closely one follows what is written in a category, where nothing else was said of a thread. */
export async function watchCategory(
  actor: Actor,
  { id, level }: WatchCategory,
): Promise<{ slug: string; categoryId: string }> {
  return inTransaction(async (tx) => {
    const category = found(
      await tx.category.findFirst({
        where: { AND: [{ id }, categoryVisibleTo(actor)] },
        select: { programmeId: true, programme: { select: { slug: true } } },
      }),
      "category",
    );
    authorise(canKeepTrack(actor, category));
    const own = { personId: actor.personId as string, categoryId: id };
    if (level === "USUAL") await tx.categoryWatch.deleteMany({ where: own });
    else
      await tx.categoryWatch.upsert({
        where: { personId_categoryId: own },
        create: { ...own, level },
        update: { level },
        select: { categoryId: true },
      });
    return { slug: category.programme.slug, categoryId: id };
  });
}

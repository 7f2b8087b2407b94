import "server-only";
import { getKeptDays } from "@/lib/notifications/centre/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

const day = 86_400_000;
const digestsKept = 30;

/**
 * Deletes what was read longer ago than it is kept, and old notes that a digest was written. What nobody has read stays: it is still news to that person.
 * @returns how many were deleted
 */
export async function sweepNotices(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  const before = new Date(actor.at.getTime() - (await getKeptDays(actor)) * day);
  const { count } = await db.notification.deleteMany({ where: { readAt: { lt: before } } });
  // That a digest was written says something on its own day alone.
  await db.digest.deleteMany({ where: { day: { lt: new Date(actor.at.getTime() - digestsKept * day) } } });
  return count;
}

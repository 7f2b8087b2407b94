import "server-only";
import { noteRead } from "@/lib/notifications/centre/commands";
import { ownNotices } from "@/lib/notifications/centre/policy";
import type { MarkAll, MarkRead } from "@/lib/notifications/centre/schema";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { readCursor } from "@/lib/platform/lists/cursor";
import { announceLive } from "@/lib/platform/live/announce";
import { personTopic } from "@/lib/platform/live/topics";

/** Marks one of one's own notifications as read. As reading a thread, it is no event: only the person sees it. */
export async function markRead(actor: Actor, { id }: Pick<MarkRead, "id">): Promise<void> {
  ownPerson(actor);
  await inTransaction(async (tx) => {
    const notice = await tx.notification.findFirst({
      where: { AND: [{ id }, ownNotices(actor)] },
      select: { id: true },
    });
    await noteRead(tx, actor, found(notice, "notification").id);
  });
}

/** Marks as read what a list held when it was shown: nothing that came since, by itself or by joining a line,
 * nothing that its filters left out. */
export async function markAllRead(actor: Actor, { upTo, group, programme }: MarkAll): Promise<void> {
  const personId = ownPerson(actor);
  const newest = readCursor(upTo);
  if (!newest) throw new DomainError("notifications.placeUnknown");
  await inTransaction(async (tx) => {
    await tx.notification.updateMany({
      where: {
        AND: [ownNotices(actor)],
        readAt: null,
        latestAt: { lte: newest.at },
        OR: [{ latestAt: { lt: newest.at } }, { id: { lte: newest.id } }],
        ...(group ? { group } : {}),
        ...(programme ? { programmeId: programme } : {}),
      },
      data: { readAt: actor.at, openUntil: null },
    });
    await announceLive(tx, [personTopic(personId)]);
  });
}

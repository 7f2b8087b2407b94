import "server-only";
import { announcementTransitions } from "@/lib/announcements/lifecycle";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { rendererVersion, renderMarkdown } from "@/lib/platform/markdown";

const batch = 100;

/** Publishes an announcement whose moment has come; one that was put off, withdrawn or published stays as it is. */
export async function publishAnnouncement(
  actor: Actor,
  { announcementId: id }: { announcementId: string },
): Promise<boolean> {
  authorise(actor.kind === "system");
  return inTransaction(async (tx) => {
    const [published] = await tx.announcement.updateManyAndReturn({
      where: { id, state: "SCHEDULED", publishAt: { lte: actor.at } },
      data: { state: announcementTransitions.SCHEDULED.publish, version: { increment: 1 } },
      select: { programmeId: true },
    });
    if (!published) return false;
    await recordEvent(tx, actor, {
      kind: "announcements.published",
      subject: { kind: "announcement", id },
      programmeId: published.programmeId,
    });
    return true;
  });
}

/** Makes the HTML of announcements anew that an older renderer made. @returns how many */
export async function rebuildAnnouncements(actor: Actor): Promise<number> {
  authorise(actor.kind === "system");
  let rebuilt = 0;
  for (;;) {
    const old = await db.announcement.findMany({
      where: { rendererVersion: { lt: rendererVersion } },
      take: batch,
      select: { id: true, version: true, markdown: true },
    });
    for (const { id, version, markdown } of old) {
      const { html, version: made } = renderMarkdown(markdown);
      await db.announcement.updateMany({ where: { id, version }, data: { html, rendererVersion: made } });
    }
    rebuilt += old.length;
    if (old.length < batch) return rebuilt;
  }
}

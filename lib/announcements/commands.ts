import { isReader } from "@/lib/announcements/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/** Keeps that a member of the programme opened an announcement, the first time. Reading is no event: a page shows it. */
export async function keepReading(
  tx: Tx,
  actor: Actor,
  { id, programmeId }: { id: string; programmeId: string },
): Promise<void> {
  if (actor.personId === null || !isReader(actor, { programmeId })) return;
  await tx.announcementReading.createMany({
    data: [{ announcementId: id, personId: actor.personId, firstAt: actor.at }],
    skipDuplicates: true,
  });
}

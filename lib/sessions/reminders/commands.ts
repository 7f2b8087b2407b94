import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";
import { momentsToCome } from "@/lib/sessions/reminders/moments";

/**
 * Puts the reminders of a session into the queue, in the transaction that convenes or moves it. A session that moved has
 * its reminders moved with it; what is still in the queue for the old date finds another one and says nothing.
 */
export async function planReminders(
  tx: Tx,
  actor: Actor,
  { id, startsAt }: { id: string; startsAt: Date },
): Promise<void> {
  for (const { moment, runAt } of momentsToCome(startsAt, actor.at)) {
    const payload = { sessionId: id, moment, startsAt: startsAt.toISOString() };
    await enqueue(tx, "remind-session", payload, { key: `remind:${id}:${moment}`, runAt });
  }
}

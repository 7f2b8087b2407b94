import "server-only";
import { getFollowedThread } from "@/lib/forum/news/queries";
import { readersTopic } from "@/lib/forum/readers/topic";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { announceLive } from "@/lib/platform/live/announce";

/** Somebody counts as reading for so long after their stream's last sign of life, which comes every 20 seconds. */
const countsForMs = 50_000;

type Reading = { streamId: string; threadId: string };

/** Notes that the actor has a thread open; the programme's people alone are noted. No event: nothing of it is kept. */
export async function beginReading(actor: Actor, { streamId, threadId }: Reading): Promise<void> {
  const thread = await getFollowedThread(actor, threadId);
  authorise(thread.tracks, "readers");
  await inTransaction(async (tx) => {
    await tx.threadReader.createMany({
      data: [{ streamId, threadId, personId: actor.personId ?? "", until: untilAfter(actor) }],
    });
    await announceLive(tx, [readersTopic(threadId)]);
  });
}

/** Notes that readers are still there, and forgets those of whom nothing was heard: by the process that serves them. */
export async function keepReading(actor: Actor, streamIds: readonly string[]): Promise<void> {
  authorise(actor.kind === "system");
  await inTransaction(async (tx) => {
    await tx.threadReader.updateMany({
      where: { streamId: { in: [...streamIds] } },
      data: { until: untilAfter(actor) },
    });
    const gone = await tx.$queryRaw<{ threadId: string }[]>`
      delete from thread_reader where until < ${actor.at} returning thread_id as "threadId"`;
    await announceLive(tx, [...new Set(gone.map(({ threadId }) => readersTopic(threadId)))]);
  });
}

/** Forgets a reader who has left. */
export async function endReading(actor: Actor, { streamId, threadId }: Reading): Promise<void> {
  authorise(actor.kind === "system");
  await inTransaction(async (tx) => {
    const { count } = await tx.threadReader.deleteMany({ where: { streamId } });
    if (count > 0) await announceLive(tx, [readersTopic(threadId)]);
  });
}

function untilAfter({ at }: Actor): Date {
  return new Date(at.getTime() + countsForMs);
}

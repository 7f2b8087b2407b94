import "server-only";
import { canKeepTrack, threadVisibleTo } from "@/lib/forum/policy";
import type { MarkAllRead } from "@/lib/forum/schema";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";

/** Marks every thread of a programme as read up to its last post. Reading is no event: only the reader sees it. */
export async function markAllRead(actor: Actor, { programmeId }: MarkAllRead): Promise<{ slug: string }> {
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ id: programmeId }, programmeVisibleTo(actor)] },
        select: { slug: true },
      }),
      "programme",
    );
    authorise(canKeepTrack(actor, { programmeId }));
    const threads = await tx.thread.findMany({
      where: { AND: [{ category: { programmeId } }, threadVisibleTo(actor)] },
      select: { id: true, lastPostNumber: true },
    });
    await tx.$executeRaw`
      insert into thread_read (person_id, thread_id, last_read_number, read_at)
      select ${actor.personId}::uuid, thread_id, number, ${actor.at}
      from unnest(${threads.map(({ id }) => id)}::uuid[], ${threads.map((one) => one.lastPostNumber)}::int[])
        as shown(thread_id, number)
      on conflict (person_id, thread_id) do update
        set last_read_number = excluded.last_read_number, read_at = excluded.read_at
        where thread_read.last_read_number < excluded.last_read_number`;
    return { slug: programme.slug };
  });
}

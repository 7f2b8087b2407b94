import { levelOfWriters } from "@/lib/forum/watching/levels";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/** Whoever writes in a thread follows it from then on, unless they have said how closely. */
export async function followOwn(tx: Tx, actor: Actor, threadId: string): Promise<void> {
  if (actor.personId === null) return;
  await tx.$executeRaw`
    insert into thread_read (person_id, thread_id, last_read_number, read_at, watch, is_watch_automatic)
    values (${actor.personId}::uuid, ${threadId}::uuid, 0, ${actor.at}, ${levelOfWriters}::watch_level, true)
    on conflict (person_id, thread_id) do update set watch = excluded.watch, is_watch_automatic = true
      where thread_read.watch is null`;
}

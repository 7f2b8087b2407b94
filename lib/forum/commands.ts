import { canCopyInto, canKeepTrack } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/** Copies the categories of a programme into its new edition; never threads or posts. */
export async function copyStructure(
  tx: Tx,
  actor: Actor,
  input: { from: string; to: string },
): Promise<void> {
  const target = found(
    await tx.programme.findUnique({ where: { id: input.to }, select: { id: true, promoterId: true } }),
    "programme",
  );
  authorise(canCopyInto(actor, target));
  const categories = await tx.category.findMany({
    // Tables are of people, and begin anew.
    where: { programmeId: input.from, tableId: null },
    orderBy: { position: "asc" },
    select: { position: true, title: true, description: true, isPublic: true },
  });
  await tx.category.createMany({ data: categories.map((one) => ({ ...one, programmeId: input.to })) });
  await recordEvent(tx, actor, {
    kind: "forum.structureCopied",
    subject: { kind: "programme", id: input.to },
    programmeId: input.to,
    data: { from: input.from, categories: categories.length },
  });
}

/**
 * Remembers how far the actor has read a thread; never moves back. Reading is no event: only the reader sees it.
 * For visitors it does nothing.
 */
export async function keepTrack(
  tx: Tx,
  actor: Actor,
  thread: { id: string; programmeId: string },
  number: number,
): Promise<void> {
  if (!canKeepTrack(actor, thread)) return;
  await tx.$executeRaw`
    insert into thread_read (person_id, thread_id, last_read_number, read_at)
    values (${actor.personId}::uuid, ${thread.id}::uuid, ${number}, ${actor.at})
    on conflict (person_id, thread_id) do update
      set last_read_number = excluded.last_read_number, read_at = excluded.read_at
      where thread_read.last_read_number < excluded.last_read_number`;
}

import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/** Where a draft belongs: an answer in a thread, or a new thread of a category. */
export type DraftPlace = { threadId: string } | { categoryId: string };

/** What was published, or emptied, is no draft any more. */
export async function dropDraft(tx: Tx, actor: Actor, place: DraftPlace): Promise<void> {
  if (actor.personId === null) return;
  await tx.postDraft.deleteMany({ where: { personId: actor.personId, ...place } });
}

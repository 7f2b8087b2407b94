import { threadVisibleTo } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** Tells whoever writes in a thread that is no more where its posts are, as far as they may read that. */
export async function tellMerged(tx: Tx, actor: Actor, id: string): Promise<void> {
  const merged = await tx.threadMerged.findFirst({
    where: { oldId: id, thread: threadVisibleTo(actor) },
    select: { thread: { select: { title: true } } },
  });
  if (merged) throw new DomainError("forum.threadMerged", { title: merged.thread.title });
}

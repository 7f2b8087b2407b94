import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/** Where a draft belongs: an answer in a thread, or a new thread of a category. */
export type DraftPlace = { threadId: string } | { categoryId: string };

/** What was published, or emptied, is no draft any more. */
export async function dropDraft(tx: Tx, actor: Actor, place: DraftPlace): Promise<void> {
  if (actor.personId === null) return;
  await tx.postDraft.deleteMany({ where: { personId: actor.personId, ...place } });
}

/** Takes texts under way along when their thread ends in another; below what somebody had begun there. */
export async function joinDrafts(
  tx: Tx,
  _actor: Actor,
  { from, to }: { from: string; to: string },
): Promise<void> {
  await tx.$executeRaw`
    update post_draft d set markdown = rtrim(d.markdown) || E'\n\n' || s.markdown,
      updated_at = greatest(d.updated_at, s.updated_at)
    from post_draft s
    where s.thread_id = ${from}::uuid and d.thread_id = ${to}::uuid and d.person_id = s.person_id`;
  await tx.$executeRaw`
    update post_draft d set thread_id = ${to}::uuid
    where d.thread_id = ${from}::uuid and not exists (
      select from post_draft o where o.thread_id = ${to}::uuid and o.person_id = d.person_id)`;
}

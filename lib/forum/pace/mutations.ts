import "server-only";
import { holdThread, recordThread } from "@/lib/forum/moderation/commands";
import type { SetPace } from "@/lib/forum/pace/schema";
import { canModerate } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { assertUnchanged } from "@/lib/platform/stale";

/** Sets how many minutes pass in a thread between two posts of one person. */
export async function setPace(
  actor: Actor,
  { id, version, minutes }: SetPace,
): Promise<{ slug: string; threadId: string }> {
  return inTransaction(async (tx) => {
    const thread = await holdThread(tx, actor, id);
    authorise(canModerate(actor, thread));
    const { count } = await tx.thread.updateMany({
      where: { id, version },
      data: { slowMinutes: minutes, version: { increment: 1 } },
    });
    await assertUnchanged(tx, count, { kind: "thread", id });
    await recordThread(tx, actor, thread, { kind: "forum.paceSet", data: { minutes } });
    return { slug: thread.slug, threadId: id };
  });
}

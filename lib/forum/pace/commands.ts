import { nextPostAt } from "@/lib/forum/pace/next";
import { canModerate } from "@/lib/forum/policy";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/**
 * Refuses a post that comes too early in a thread that is held, so that of two at once the second finds the first.
 * @throws DomainError forum.tooSoon with the moment from which it may be sent
 */
export async function keepPace(
  tx: Tx,
  actor: Actor,
  thread: { id: string; programmeId: string; slowMinutes: number },
): Promise<void> {
  if (thread.slowMinutes === 0 || canModerate(actor, thread)) return;
  const last = await tx.post.findFirst({
    where: { authorId: actor.personId ?? "", threadId: thread.id },
    orderBy: { createdAt: "desc" },
    select: { createdAt: true },
  });
  const at = last ? nextPostAt(last.createdAt, thread.slowMinutes) : actor.at;
  if (actor.at < at) throw new DomainError("forum.tooSoon", { minutes: thread.slowMinutes, at });
}

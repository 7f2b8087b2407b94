import { columnsOf, type LinkTarget } from "@/lib/links/schema";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/**
 * Writes that a thread is about a thing; whether the actor may say so, and sees both, is for the caller.
 * @returns the link, or null where it was there already: the database knows each pair once
 */
export async function addLink(
  tx: Tx,
  actor: Actor,
  { threadId, target }: { threadId: string; target: LinkTarget },
): Promise<string | null> {
  const [made] = await tx.threadLink.createManyAndReturn({
    data: [{ threadId, ...columnsOf(target), linkedById: actor.personId, linkedAt: actor.at }],
    skipDuplicates: true,
    select: { id: true },
  });
  return made?.id ?? null;
}

/** Takes a link away. @returns whether it was still there */
export async function removeLink(tx: Tx, _actor: Actor, id: string): Promise<boolean> {
  const { count } = await tx.threadLink.deleteMany({ where: { id } });
  return count > 0;
}

type Move = { from: string; to: string };

/** Before a thread ends in another: the other is about its things too. */
export async function moveLinks(tx: Tx, _actor: Actor, { from, to }: Move): Promise<void> {
  await tx.$executeRaw`
    update thread_link l set thread_id = ${to}::uuid
    where l.thread_id = ${from}::uuid and not exists (
      select from thread_link o where o.thread_id = ${to}::uuid
        and (o.agenda_item_id, o.decision_id, o.deliverable_id)
          is not distinct from (l.agenda_item_id, l.decision_id, l.deliverable_id))`;
}

/** A thread that was made of another's posts is about the same things. */
export async function copyLinks(tx: Tx, _actor: Actor, { from, to }: Move): Promise<void> {
  const links = await tx.threadLink.findMany({
    where: { threadId: from },
    select: {
      agendaItemId: true,
      decisionId: true,
      deliverableId: true,
      linkedById: true,
      linkedAt: true,
    },
  });
  await tx.threadLink.createMany({ data: links.map((link) => ({ ...link, threadId: to })) });
}

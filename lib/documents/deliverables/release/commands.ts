import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";

/** @throws DomainError deliverables.materialUnread while who sends has not acknowledged what the request requires */
export async function assertMaterialRead(tx: Tx, actor: Actor, requestId: string): Promise<void> {
  const unread = await tx.document.findMany({
    where: {
      removedAt: null,
      requiredBy: { some: { requestId } },
      readings: { none: { personId: actor.personId ?? "", acknowledgedAt: { not: null } } },
    },
    orderBy: { title: "asc" },
    select: { title: true },
  });
  const [first] = unread;
  if (first)
    throw new DomainError("deliverables.materialUnread", { title: first.title, count: unread.length });
}

/** A new draft, or what was sent, waits for nobody's release. */
export async function clearReady(tx: Tx, _actor: Actor, deliverableId: string): Promise<void> {
  await tx.deliverable.updateMany({
    where: { id: deliverableId, readyAt: { not: null } },
    data: { readyVersionId: null, readyAt: null, readyById: null },
  });
}

import "server-only";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/**
 * Deliverables of a programme that were due before a moment and had not been sent by then, as far as the actor may see:
 * what a session finds open. A submission that was withdrawn later counts as none.
 */
export async function listMissingBefore(actor: Actor, programmeId: string, before: Date, limit = 200) {
  return db.deliverable.findMany({
    where: {
      AND: [
        { request: { programmeId }, dueAt: { lt: before } },
        { submissions: { none: { submittedAt: { lt: before }, withdrawnAt: null } } },
        deliverableVisibleTo(actor),
      ],
    },
    orderBy: [{ dueAt: "asc" }, { organisation: { shortName: "asc" } }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      state: true,
      dueAt: true,
      organisation: { select: { shortName: true } },
      request: { select: { title: true } },
    },
  });
}

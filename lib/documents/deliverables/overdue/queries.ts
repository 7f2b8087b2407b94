import "server-only";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** What bodies of a programme owe since before the actor's moment, as far as the actor may see, the oldest first. */
export async function listOverdue(actor: Actor, programmeId: string, limit = 50) {
  return db.deliverable.findMany({
    where: {
      AND: [
        deliverableVisibleTo(actor),
        {
          request: { programmeId },
          state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
          dueAt: { lt: actor.at },
        },
      ],
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      dueAt: true,
      organisation: { select: { shortName: true } },
      request: { select: { title: true } },
    },
  });
}

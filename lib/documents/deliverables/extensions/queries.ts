import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** Requests for more time that wait for the actor's decision, the oldest first. */
export async function listExtensionRequests(actor: Actor, limit = 10) {
  const programmes = actor.programmesWith("COORDINATOR");
  if (programmes.length === 0) return [];
  return db.extensionRequest.findMany({
    where: { state: "OPEN", deliverable: { request: { programmeId: { in: programmes } } } },
    orderBy: [{ askedAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      wantedDueAt: true,
      deliverable: {
        select: {
          id: true,
          organisation: { select: { shortName: true } },
          request: { select: { title: true, programme: { select: { slug: true, shortTitle: true } } } },
        },
      },
    },
  });
}

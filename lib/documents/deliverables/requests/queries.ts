import "server-only";
import { requestVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** One request, for its page and for its edit form. */
export async function getRequest(actor: Actor, id: string) {
  return found(
    await db.deliverableRequest.findFirst({
      where: { AND: [{ id }, requestVisibleTo(actor)] },
      select: {
        id: true,
        title: true,
        instructions: true,
        dueAt: true,
        cutOffAt: true,
        version: true,
        programmeId: true,
        owedByAll: true,
        templateDocumentId: true,
        session: { select: { id: true, title: true, state: true } },
        programme: { select: { slug: true, shortTitle: true } },
        templateDocument: {
          select: {
            title: true,
            versions: {
              orderBy: { number: "desc" },
              take: 1,
              select: { id: true, filename: true, size: true },
            },
          },
        },
      },
    }),
    "request",
  );
}

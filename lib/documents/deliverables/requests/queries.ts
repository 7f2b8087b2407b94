import "server-only";
import {
  canRequestDeliverables,
  deliverableVisibleTo,
  requestVisibleTo,
} from "@/lib/documents/deliverables/policy";
import { cellFields } from "@/lib/documents/deliverables/queries";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";

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
        releaseByReferent: true,
        materials: {
          orderBy: { document: { title: "asc" } },
          select: { documentId: true, document: { select: { title: true, lang: true } } },
        },
        reviewers: {
          orderBy: { position: "asc" },
          select: { personId: true, person: { select: { givenName: true, familyName: true } } },
        },
        session: { select: { id: true, title: true, state: true } },
        programme: { select: { slug: true, shortTitle: true } },
        templateDocument: {
          select: {
            title: true,
            versions: {
              orderBy: { number: "desc" },
              take: 1,
              select: { id: true, filename: true, size: true, object: { select: { scan: true } } },
            },
          },
        },
      },
    }),
    "request",
  );
}

/** Whoever owes a request, by name, with how far each is, as far as the actor may see. */
export async function listOfRequest(actor: Actor, requestId: string) {
  return db.deliverable.findMany({
    where: { AND: [{ requestId }, deliverableVisibleTo(actor)] },
    orderBy: [{ organisation: { shortName: "asc" } }, { id: "asc" }],
    take: 500,
    select: cellFields,
  });
}

/** Who may be named to review: the coordinators and experts of a programme, by name. */
export async function listReviewers(
  actor: Actor,
  programmeId: string,
): Promise<{ id: string; name: string }[]> {
  authorise(canRequestDeliverables(actor, programmeId));
  const people = await db.person.findMany({
    where: {
      disabledAt: null,
      roles: {
        some: {
          role: { in: ["COORDINATOR", "EXPERT"] },
          programmeId,
          fromAt: { lte: actor.at },
          OR: [{ toAt: null }, { toAt: { gt: actor.at } }],
        },
      },
    },
    orderBy: [{ familyName: "asc" }, { givenName: "asc" }, { id: "asc" }],
    take: 200,
    select: { id: true, givenName: true, familyName: true },
  });
  return people.map(({ id, givenName, familyName }) => ({ id, name: `${givenName} ${familyName}` }));
}

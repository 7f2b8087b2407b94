import "server-only";
import { deliverableVisibleTo, exchangeVisibleTo } from "@/lib/documents/deliverables/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

const person = { select: { givenName: true, familyName: true } } as const;

/**
 * What body and reviewers said to each other about a deliverable: comments on its versions, messages, what was asked.
 * Null for who sees the deliverable, but is not of their circle.
 */
export async function findExchange(actor: Actor, id: string) {
  return db.deliverable.findFirst({
    where: { AND: [{ id }, deliverableVisibleTo(actor), exchangeVisibleTo(actor)] },
    select: {
      comments: {
        orderBy: [{ createdAt: "asc" }, { id: "asc" }],
        take: 500,
        select: {
          id: true,
          versionId: true,
          page: true,
          text: true,
          authorId: true,
          createdAt: true,
          resolvedAt: true,
          author: person,
          resolvedBy: person,
          version: { select: { number: true } },
        },
      },
      messages: {
        orderBy: [{ writtenAt: "asc" }, { id: "asc" }],
        take: 500,
        select: { id: true, side: true, html: true, lang: true, writtenAt: true, author: person },
      },
      extensionRequests: {
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        select: {
          id: true,
          state: true,
          wantedDueAt: true,
          reason: true,
          askedAt: true,
          decidedAt: true,
          answer: true,
          askedBy: person,
          decidedBy: person,
        },
      },
    },
  });
}

export type Exchange = NonNullable<Awaited<ReturnType<typeof findExchange>>>;

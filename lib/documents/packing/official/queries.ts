import "server-only";
import { deliverableVisibleTo, requestVisibleTo } from "@/lib/documents/deliverables/policy";
import { packedFolders, packedVersion, sentIfDeliverable } from "@/lib/documents/packing/queries";
import { spaceVisibleTo, versionVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

const person = { select: { givenName: true, familyName: true } } as const;
const pdf = { select: { sha256: true, size: true } } as const;

/** The spaces of a programme that the actor may open, the common one first, then the bodies' by name and the tables'. */
export async function listPackedSpaces(actor: Actor, programmeId: string) {
  const spaces = await db.documentSpace.findMany({
    where: { AND: [{ programmeId }, spaceVisibleTo(actor)] },
    orderBy: [{ organisation: { shortName: "asc" } }, { table: { position: "asc" } }, { id: "asc" }],
    select: {
      id: true,
      organisationId: true,
      organisation: { select: { slug: true, shortName: true, name: true } },
      table: { select: { position: true, title: true } },
      folders: packedFolders,
    },
  });
  const rank = ({ organisation, table }: (typeof spaces)[number]) => (organisation ? 1 : 0) + (table ? 2 : 0);
  return spaces.toSorted((one, other) => rank(one) - rank(other));
}

/**
 * What one body sent in a programme, with its receipts and registers, as far as the actor sees it and until the actor's
 * moment, in the order of their identifiers.
 */
export async function listPackedDeliverables(
  actor: Actor,
  { programmeId, organisationId }: { programmeId: string; organisationId: string },
  window: { after?: string | undefined; size: number },
) {
  return db.deliverable.findMany({
    where: {
      AND: [
        { organisationId, request: { programmeId } },
        deliverableVisibleTo(actor),
        window.after ? { id: { gt: window.after } } : {},
      ],
    },
    orderBy: { id: "asc" },
    take: window.size,
    select: {
      id: true,
      state: true,
      stateSince: true,
      register: pdf,
      request: { select: { title: true, position: true } },
      document: {
        select: {
          kind: true,
          title: true,
          removedAt: true,
          versions: {
            where: {
              AND: [{ createdAt: { lte: actor.at } }, versionVisibleTo(actor), sentIfDeliverable],
            },
            orderBy: { number: "asc" },
            select: packedVersion,
          },
        },
      },
      submissions: {
        where: { submittedAt: { lte: actor.at } },
        orderBy: [{ submittedAt: "asc" }, { number: "asc" }],
        select: {
          year: true,
          number: true,
          submittedAt: true,
          submittedBy: person,
          receipt: pdf,
          version: { select: { number: true } },
        },
      },
    },
  });
}

export type PackedDeliverable = Awaited<ReturnType<typeof listPackedDeliverables>>[number];

/** The requests of a programme with their terms, who owes them and who reviews; a programme has some dozens. */
export async function listRequestTerms(actor: Actor, programmeId: string) {
  return db.deliverableRequest.findMany({
    where: { AND: [{ programmeId, createdAt: { lte: actor.at } }, requestVisibleTo(actor)] },
    orderBy: { position: "asc" },
    take: 2_000,
    select: {
      position: true,
      title: true,
      instructions: true,
      dueAt: true,
      cutOffAt: true,
      owedByAll: true,
      releaseByReferent: true,
      bodies: {
        orderBy: { organisation: { shortName: "asc" } },
        select: { organisation: { select: { shortName: true } } },
      },
      reviewers: { orderBy: { position: "asc" }, select: { person } },
      templateDocument: { select: { title: true } },
    },
  });
}

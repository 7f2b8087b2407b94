import "server-only";
import { deliverableVisibleTo, exchangeVisibleTo } from "@/lib/documents/deliverables/policy";
import { packedVersion, sentIfDeliverable } from "@/lib/documents/packing/queries";
import { documentVisibleTo, versionVisibleTo } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Cursor, keysetAfter } from "@/lib/platform/lists/cursor";

const person = { select: { givenName: true, familyName: true } } as const;

/** What a register is about: one space, or all that a programme's official file holds. */
export type RegisterScope = { spaceId: string } | { programmeId: string };

/** Documents with all versions that the actor may read, the oldest document first, until the actor's moment. */
export async function listVersionHistory(
  actor: Actor,
  scope: RegisterScope,
  window: { after?: Cursor | undefined; size: number },
) {
  const isOfficial = "programmeId" in scope;
  return db.document.findMany({
    where: {
      AND: [
        scope,
        { createdAt: { lte: actor.at } },
        documentVisibleTo(actor),
        keysetAfter("createdAt", window.after),
      ],
    },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: window.size,
    select: {
      id: true,
      kind: true,
      title: true,
      createdAt: true,
      space: {
        select: { organisation: { select: { shortName: true } }, table: { select: { title: true } } },
      },
      versions: {
        where: {
          AND: [
            { createdAt: { lte: actor.at } },
            versionVisibleTo(actor),
            ...(isOfficial ? [sentIfDeliverable] : []),
          ],
        },
        orderBy: { number: "asc" },
        select: packedVersion,
      },
    },
  });
}

/** Deliverables with what was done about them until the actor's moment, in the order of their identifiers. */
export async function listDecisionHistory(
  actor: Actor,
  scope: RegisterScope,
  window: { after?: string | undefined; size: number },
) {
  const until = { lte: actor.at };
  const rows = await db.deliverable.findMany({
    where: {
      AND: [
        "spaceId" in scope
          ? { document: { spaceId: scope.spaceId } }
          : { request: { programmeId: scope.programmeId } },
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
      organisation: { select: { name: true } },
      request: { select: { title: true } },
      submissions: {
        where: { submittedAt: until },
        select: {
          year: true,
          number: true,
          submittedAt: true,
          withdrawnAt: true,
          isLate: true,
          protocolNumber: true,
          protocolDate: true,
          pecReference: true,
          submittedBy: person,
          version: { select: { number: true } },
        },
      },
      reviews: {
        where: { decidedAt: until },
        select: {
          round: true,
          step: true,
          decision: true,
          comment: true,
          decidedAt: true,
          undoneAt: true,
          reviewer: person,
          standsInFor: person,
          version: { select: { number: true } },
        },
      },
      extensions: {
        where: { grantedAt: until },
        select: { newDueAt: true, reason: true, grantedAt: true, grantedById: true },
      },
      extensionRequests: {
        where: { askedAt: until, deliverable: exchangeVisibleTo(actor) },
        select: {
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
  return withActors(rows);
}

type Row = { id: string; state: string; extensions: { grantedById: string | null }[] };

/** Who locked a deliverable stands in the log alone, who granted an extension only as an identifier: their names, in two queries. */
async function withActors<One extends Row>(rows: One[]) {
  const locked = rows.filter((row) => row.state === "LOCKED").map((row) => row.id);
  const locks = await db.event.findMany({
    where: { subjectKind: "deliverable", subjectId: { in: locked }, kind: "documents.locked" },
    orderBy: { seq: "asc" },
    select: { subjectId: true, actorId: true },
  });
  const lockedBy = new Map(locks.map((one) => [one.subjectId, one.actorId]));
  const ids = [
    ...locks.map((one) => one.actorId),
    ...rows.flatMap((row) => row.extensions.map((one) => one.grantedById)),
  ].filter((id) => id !== null);
  const people = await db.person.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, givenName: true, familyName: true },
  });
  const names = new Map(people.map((one) => [one.id, one]));
  const nameOf = (id: string | null | undefined) => (id ? (names.get(id) ?? null) : null);
  return rows.map((row) => ({
    ...row,
    lock: row.state === "LOCKED" ? { by: nameOf(lockedBy.get(row.id)) } : null,
    grantedBy: row.extensions.map((one) => nameOf(one.grantedById)),
  }));
}

export type DecisionHistory = Awaited<ReturnType<typeof listDecisionHistory>>[number];

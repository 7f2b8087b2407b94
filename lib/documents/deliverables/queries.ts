import "server-only";
import {
  deliverableVisibleTo,
  requestVisibleTo,
  waitsForReviewBy,
} from "@/lib/documents/deliverables/policy";
import { ownBodies } from "@/lib/documents/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";
import { authorise } from "@/lib/platform/errors";

/** What a list or a matrix shows of a deliverable. */
export const cellFields = {
  id: true,
  requestId: true,
  state: true,
  stateSince: true,
  dueAt: true,
  isLate: true,
  organisationId: true,
  organisation: { select: { name: true, shortName: true } },
  extensions: { orderBy: { grantedAt: "desc" }, take: 1, select: { newDueAt: true } },
  submissions: {
    where: { withdrawnAt: null },
    orderBy: { submittedAt: "desc" },
    take: 1,
    select: { submittedAt: true },
  },
} as const;

/** Filters of the matrix. */
export type MatrixFilters = { body?: string; state?: DeliverableState; late?: boolean };

/**
 * Bodies × requests of a programme, as far as the actor may see: those who read every body see all, a body its own
 * row. Two queries, whatever the size; each cell says whether it waits for the actor.
 */
export async function getMatrix(actor: Actor, programmeId: string, filters: MatrixFilters = {}) {
  const own = ownBodies(actor)
    .filter((body) => body.programmeId === programmeId)
    .map((body) => body.organisationId);
  const all = actor.has(["COORDINATOR", "EXPERT", "OBSERVER"], { programme: programmeId });
  const [rows, waiting] = await Promise.all([
    db.deliverableRequest.findMany({
      where: { AND: [{ programmeId }, requestVisibleTo(actor)] },
      orderBy: { position: "asc" },
      select: {
        id: true,
        position: true,
        title: true,
        dueAt: true,
        cutOffAt: true,
        deliverables: {
          where: {
            AND: [
              deliverableVisibleTo(actor),
              all ? {} : { organisationId: { in: own } },
              filters.body ? { organisationId: filters.body } : {},
            ],
          },
          select: cellFields,
        },
      },
    }),
    db.deliverable.findMany({
      where: { AND: [{ request: { programmeId } }, waitsForReviewBy(actor)] },
      select: { id: true },
    }),
  ]);
  const toReview = new Set(waiting.map((one) => one.id));
  const owes = (cell: { organisationId: string; state: DeliverableState }) =>
    own.includes(cell.organisationId) && (cell.state === "TO_DO" || cell.state === "CHANGES_REQUESTED");
  return {
    requests: rows.map(({ deliverables: _, ...request }) => request),
    cells: rows.flatMap(({ deliverables }) =>
      deliverables.map((cell) => ({ ...cell, isMine: toReview.has(cell.id) || owes(cell) })),
    ),
  };
}

export type MatrixCell = Awaited<ReturnType<typeof getMatrix>>["cells"][number];

/** What a person's bodies still owe, the most urgent first; in one programme when it is given. */
export async function listOwed(actor: Actor, limit = 20, programme?: string) {
  const own = ownBodies(actor).filter(({ programmeId }) => !programme || programmeId === programme);
  if (own.length === 0) return [];
  return db.deliverable.findMany({
    where: {
      state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
      OR: own.map(({ programmeId, organisationId }) => ({
        organisationId,
        request: { programmeId, programme: { state: "RUNNING" } },
      })),
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      state: true,
      dueAt: true,
      organisation: { select: { shortName: true } },
      request: { select: { title: true, programme: { select: { slug: true, shortTitle: true } } } },
      document: {
        select: {
          versions: { orderBy: { number: "desc" }, take: 1, select: { number: true, createdAt: true } },
        },
      },
      reviews: {
        where: { undoneAt: null },
        orderBy: { decidedAt: "desc" },
        take: 1,
        select: { comment: true },
      },
    },
  });
}

/** What each of these bodies still owes in a programme, the most urgent first: for the portal's own mails. */
export async function listOwedBy(
  actor: Actor,
  { programmeId, organisationIds }: { programmeId: string; organisationIds: readonly string[] },
): Promise<{ title: string; dueAt: Date; organisationId: string }[]> {
  authorise(actor.kind === "system");
  const rows = await db.deliverable.findMany({
    where: {
      state: { in: ["TO_DO", "CHANGES_REQUESTED"] },
      organisationId: { in: [...organisationIds] },
      request: { programmeId },
    },
    orderBy: [{ dueAt: "asc" }, { id: "asc" }],
    take: 2_000,
    select: { dueAt: true, organisationId: true, request: { select: { title: true } } },
  });
  return rows.map(({ request, ...row }) => ({ ...row, title: request.title }));
}

/** What waits for the actor's review, the oldest first: where reviewers are named in order, whose turn it is alone. */
export async function listToReview(actor: Actor, limit = 20) {
  if (actor.programmesWith("COORDINATOR", "EXPERT").length === 0) return [];
  return db.deliverable.findMany({
    where: waitsForReviewBy(actor),
    orderBy: [{ stateSince: "asc" }, { id: "asc" }],
    take: limit,
    select: {
      id: true,
      state: true,
      stateSince: true,
      isLate: true,
      organisation: { select: { shortName: true } },
      request: { select: { title: true, programme: { select: { slug: true, shortTitle: true } } } },
    },
  });
}

/** How many deliverables of each body are approved or locked, for the public page of a programme. */
export async function countApprovedByBody(_actor: Actor, programmeId: string) {
  const rows = await db.deliverable.groupBy({
    by: ["organisationId", "state"],
    where: { request: { programmeId } },
    _count: { _all: true },
  });
  const counts = new Map<string, { approved: number; total: number }>();
  for (const row of rows) {
    const count = counts.get(row.organisationId) ?? { approved: 0, total: 0 };
    count.total += row._count._all;
    if (row.state === "APPROVED" || row.state === "LOCKED") count.approved += row._count._all;
    counts.set(row.organisationId, count);
  }
  return counts;
}

/** Approved and all deliverables of running and past programmes that visitors see: one of the counted numbers. */
export async function countApproved(_actor: Actor): Promise<{ approved: number; total: number }> {
  const [approved, total] = await Promise.all([
    db.deliverable.count({ where: { state: { in: ["APPROVED", "LOCKED"] } } }),
    db.deliverable.count(),
  ]);
  return { approved, total };
}

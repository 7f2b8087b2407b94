import "server-only";
import { deliverableVisibleTo } from "@/lib/documents/deliverables/policy";
import { type ChainRow, turnOf } from "@/lib/documents/deliverables/review/turn";
import { versionVisibleTo } from "@/lib/documents/policy";
import { shownVersion } from "@/lib/documents/shown-version";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

const person = { select: { givenName: true, familyName: true } } as const;

/** One deliverable with its draft, submissions, reviews and extensions as far as the actor may see. */
export async function getDeliverable(actor: Actor, id: string) {
  const deliverable = found(
    await db.deliverable.findFirst({
      where: { AND: [{ id }, deliverableVisibleTo(actor)] },
      select: {
        id: true,
        state: true,
        stateSince: true,
        dueAt: true,
        round: true,
        reviewVersionId: true,
        readyVersionId: true,
        readyAt: true,
        readyBy: person,
        registerSha256: true,
        steps: {
          orderBy: [{ round: "asc" }, { position: "asc" }],
          select: { round: true, personId: true, person },
        },
        isLate: true,
        version: true,
        organisationId: true,
        organisation: { select: { name: true, shortName: true } },
        request: {
          select: {
            id: true,
            title: true,
            instructions: true,
            dueAt: true,
            cutOffAt: true,
            releaseByReferent: true,
            programmeId: true,
            programme: { select: { slug: true, shortTitle: true } },
            reviewers: { orderBy: { position: "asc" }, select: { personId: true, person } },
            session: { select: { id: true, title: true, state: true } },
            templateDocument: {
              select: {
                id: true,
                title: true,
                versions: {
                  orderBy: { number: "desc" },
                  take: 1,
                  select: { id: true, filename: true, size: true, object: { select: { scan: true } } },
                },
              },
            },
          },
        },
        document: {
          select: {
            id: true,
            versions: {
              where: versionVisibleTo(actor),
              orderBy: { number: "desc" },
              select: shownVersion,
            },
          },
        },
        submissions: {
          orderBy: [{ submittedAt: "desc" }, { number: "desc" }],
          select: {
            id: true,
            year: true,
            number: true,
            versionId: true,
            submittedAt: true,
            isLate: true,
            withdrawnAt: true,
            receiptSha256: true,
            protocolNumber: true,
            protocolDate: true,
            pecReference: true,
            rowVersion: true,
            submittedBy: person,
            version: { select: { number: true, objectSha256: true } },
          },
        },
        reviews: {
          orderBy: [{ round: "desc" }, { decidedAt: "desc" }],
          select: {
            id: true,
            round: true,
            step: true,
            reviewerId: true,
            decision: true,
            comment: true,
            decidedAt: true,
            undoneAt: true,
            versionId: true,
            reviewer: person,
            standsInFor: person,
            version: { select: { number: true } },
          },
        },
        extensions: {
          orderBy: { grantedAt: "desc" },
          select: { id: true, newDueAt: true, reason: true, grantedAt: true },
        },
      },
    }),
    "deliverable",
  );
  return { ...deliverable, ...standingOf(deliverable) };
}

type Named = { personId: string | null; person: { givenName: string; familyName: string } | null };
type Row = Omit<ChainRow, "steps" | "reviews" | "request"> & {
  steps: readonly (Named & { round: number })[];
  reviews: readonly {
    id: string;
    round: number;
    step: number;
    reviewerId: string | null;
    decision: string;
    undoneAt: Date | null;
  }[];
  request: { reviewers: readonly (Named & { personId: string })[] };
};

/** Whose turn it is, by name. */
function standingOf(row: Row) {
  const approvals = row.reviews
    .filter((one) => one.decision === "APPROVED" && one.undoneAt === null)
    .toSorted((one, other) => one.round - other.round || one.step - other.step);
  const turn = turnOf({ ...row, reviews: approvals });
  const people = new Map([...row.steps, ...row.request.reviewers].map((one) => [one.personId, one.person]));
  return { ...turn, chainPeople: turn.chain.map((id) => (id ? (people.get(id) ?? null) : null)) };
}

/** A deliverable as its page shows it. */
export type DeliverablePage = Awaited<ReturnType<typeof getDeliverable>>;

/** The receipt of a submission that the actor may download; `size` in bytes. */
export async function getReceipt(actor: Actor, submissionId: string) {
  const { receipt, ...submission } = found(
    await db.submission.findFirst({
      where: { id: submissionId, deliverable: deliverableVisibleTo(actor) },
      select: { year: true, number: true, receipt: { select: { sha256: true, size: true } } },
    }),
    "submission",
  );
  const { sha256, size } = found(receipt, "receipt");
  return { ...submission, sha256, size: Number(size) };
}

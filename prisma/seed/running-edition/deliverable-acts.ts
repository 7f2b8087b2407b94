import { enqueue } from "@/lib/platform/jobs/queue";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { dueHour } from "./calendar";
import { referentOf } from "./cast";
import { extendedTo, momentOf } from "./cell-moments";
import type { Row, RowsInput, Sent } from "./deliverable-shape";

const register = "submission";

/** Writes the submissions with the numbers of the year's register, and asks the worker for their receipts. @returns their history */
export async function writeSubmissions(
  { tx }: Seeding,
  cast: Cast,
  sent: readonly Sent[],
): Promise<HistoryEntry[]> {
  const taken = new Map<number, number>();
  const inOrder = sent.toSorted((a, b) => a.at.getTime() - b.at.getTime());
  const rows = inOrder.map(({ row, at, versionId }) => {
    const year = Number(romeDay(at).slice(0, 4));
    const number = (taken.get(year) ?? 0) + 1;
    taken.set(year, number);
    return {
      id: identifier(at),
      deliverableId: row.id,
      versionId,
      year,
      number,
      submittedById: must(cast.people, referentOf(row.slug)),
      submittedAt: at,
      isLate: at > romeInstant(row.dueDay, dueHour),
    };
  });
  await tx.submission.createMany({ data: rows });
  await tx.counter.createMany({ data: [...taken].map(([year, value]) => ({ register, year, value })) });
  for (const { id } of rows) await enqueue(tx, "make-receipt", { submissionId: id });
  return rows.map(({ id, deliverableId, year, number, submittedById, submittedAt, isLate }, index) => ({
    kind: "documents.submitted" as const,
    at: submittedAt,
    by: submittedById,
    subject: { kind: "deliverable", id: deliverableId },
    organisationId: must(cast.bodies, inOrder[index]?.row.slug ?? ""),
    data: { submissionId: id, year, number, late: isLate },
  }));
}

/** Writes reviews and extensions. @returns the history of all that was done about the deliverables */
export async function writeReviews(
  { tx }: Seeding,
  { cast, edition: { days }, rows, due }: RowsInput,
  sent: readonly Sent[],
): Promise<HistoryEntry[]> {
  const reviewed = sent.flatMap((one) => {
    const { decided } = one.attempt;
    return decided ? [{ ...one, decided, decidedAt: momentOf(decided.at, one.row.dueDay, days) }] : [];
  });
  await tx.review.createMany({
    data: reviewed.map(({ row, versionId, decided, decidedAt }) => ({
      deliverableId: row.id,
      versionId,
      reviewerId: reviewerOf(row, cast),
      decision: decided.decision,
      comment: decided.comment,
      decidedAt,
    })),
  });
  const extended = rows.flatMap((row) => {
    const { extension } = row.cell;
    return extension
      ? [
          {
            row,
            extension,
            at: momentOf(extension.grantedAt, row.dueDay, days),
            until: extendedTo(extension, days, due),
          },
        ]
      : [];
  });
  const coordinator = must(cast.people, "coordinatore");
  await tx.extension.createMany({
    data: extended.map(({ row, extension, at, until }) => ({
      deliverableId: row.id,
      newDueAt: until,
      reason: extension.reason,
      grantedById: coordinator,
      grantedAt: at,
    })),
  });
  const about = (row: Row) => ({
    subject: { kind: "deliverable", id: row.id },
    organisationId: must(cast.bodies, row.slug),
  });
  return [
    ...sent.flatMap(({ row, attempt }) =>
      attempt.opened
        ? [
            {
              kind: "documents.reviewOpened" as const,
              at: momentOf(attempt.opened, row.dueDay, days),
              by: reviewerOf(row, cast),
              ...about(row),
            },
          ]
        : [],
    ),
    ...reviewed.map(({ row, versionId, decided, decidedAt }) => ({
      kind:
        decided.decision === "APPROVED"
          ? ("documents.approved" as const)
          : ("documents.changesRequested" as const),
      at: decidedAt,
      by: reviewerOf(row, cast),
      ...about(row),
      data: { versionId },
    })),
    ...extended.map(({ row, at, until }) => ({
      kind: "documents.extensionGranted" as const,
      at,
      by: coordinator,
      ...about(row),
      data: { dueDay: romeDay(until) },
    })),
    ...rows.flatMap((row) =>
      row.cell.lockedAt
        ? [
            {
              kind: "documents.locked" as const,
              at: momentOf(row.cell.lockedAt, row.dueDay, days),
              by: coordinator,
              ...about(row),
            },
          ]
        : [],
    ),
  ];
}

/** The coordinator and the expert share the reviews. */
function reviewerOf(row: Row, cast: Cast): string {
  return must(cast.people, row.position % 2 === 1 ? "coordinatore" : "esperto");
}

import { enqueue } from "@/lib/platform/jobs/queue";
import { fromDateOnly, romeDay, romeInstant } from "@/lib/platform/rome-time";
import type { HistoryEntry } from "../history";
import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import { dueHour } from "./calendar";
import { referentOf } from "./cast";
import { extendedTo, momentOf } from "./cell-moments";
import { decidedStep, reviewerOf } from "./deliverable-chains";
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
      // The first answers came by certified mail too, and were registered.
      ...(row.position === 1
        ? { protocolNumber: `${1200 + number}/${year}`, protocolDate: fromDateOnly(romeDay(at)) }
        : {}),
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
  const stepped = steppedOf(sent, days);
  await tx.review.createMany({
    data: [
      ...stepped.map(({ row, versionId, number, step, at }) => ({
        deliverableId: row.id,
        versionId,
        reviewerId: reviewerOf(row, cast, step),
        decision: "APPROVED" as const,
        comment: "",
        decidedAt: at,
        round: number,
        step,
      })),
      ...reviewed.map((one) => ({
        deliverableId: one.row.id,
        versionId: one.versionId,
        reviewerId: reviewerOf(one.row, cast, decidedStep(one)),
        decision: one.decided.decision,
        comment: one.decided.comment,
        decidedAt: one.decidedAt,
        round: one.number,
        step: decidedStep(one),
      })),
    ],
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
    ...stepped.map(({ row, versionId, number, step, at }) => ({
      kind: "documents.stepApproved" as const,
      at,
      by: reviewerOf(row, cast, step),
      ...about(row),
      data: { versionId, round: number, step },
    })),
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

const hour = 3_600_000;

/** Approvals before the last of a chain: as the cell says, or an hour before the decision for each place. */
function steppedOf(sent: readonly Sent[], days: RowsInput["edition"]["days"]) {
  return sent.flatMap((one) => {
    const { stepped = [], decided } = one.attempt;
    const given = stepped.map((at) => momentOf(at, one.row.dueDay, days));
    const last = decidedStep(one);
    for (let step = given.length + 1; decided?.decision === "APPROVED" && step < last; step += 1) {
      given.push(new Date(momentOf(decided.at, one.row.dueDay, days).getTime() - (last - step) * hour));
    }
    return given.map((at, index) => ({ ...one, step: index + 1, at }));
  });
}

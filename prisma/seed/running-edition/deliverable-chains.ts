import { must } from "../store";
import type { Cast } from "./bodies";
import type { Row, Sent } from "./deliverable-shape";
import { requests } from "./requests";

/** Who reviews a row, in order; one account where nobody is named: coordinator and expert share those. */
function accountsOf(row: Row): readonly string[] {
  return requests[row.position - 1]?.reviewers ?? [row.position % 2 === 1 ? "coordinatore" : "esperto"];
}

/** Whether the request of a row names its reviewers. */
const isChained = (row: Row): boolean => requests[row.position - 1]?.reviewers !== undefined;

/** The person at a place (from 1) of a row's chain. */
export function reviewerOf(row: Row, cast: Cast, step = 1): string {
  const accounts = accountsOf(row);
  return must(cast.people, accounts[step - 1] ?? accounts[0] ?? "");
}

/** The place at which an attempt was decided: the last one approves, changes are asked for by the first. */
export function decidedStep({ row, attempt }: Sent): number {
  return attempt.decided?.decision === "APPROVED" ? accountsOf(row).length : 1;
}

/** The chains as they were taken down when each attempt was opened. */
export function stepRows(sent: readonly Sent[], cast: Cast) {
  return sent
    .filter(({ row, attempt }) => attempt.opened && isChained(row))
    .flatMap(({ row, number }) =>
      accountsOf(row).map((account, index) => ({
        deliverableId: row.id,
        round: number,
        position: index + 1,
        personId: must(cast.people, account),
      })),
    );
}

/** What a deliverable says of its review: the round, the version that is read, whose turn it is. */
export function reviewStanding(row: Row, sent: readonly Sent[], cast: Cast) {
  const opened = sent.filter((one) => one.row === row && one.attempt.opened);
  const last = opened.at(-1);
  const given = last?.attempt.stepped?.length ?? 0;
  const isNamed = row.cell.state === "IN_REVIEW" && isChained(row);
  return {
    round: opened.length,
    reviewVersionId: last?.versionId ?? null,
    nextReviewerId: isNamed ? reviewerOf(row, cast, given + 1) : null,
  };
}

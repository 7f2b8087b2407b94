import { isOverdue } from "@/lib/documents/deliverables/due";
import type { DeliverableState } from "@/lib/platform/db/generated/enums";

type Cell = {
  requestId: string;
  organisationId: string;
  organisation: { name: string; shortName: string };
  state: DeliverableState;
  dueAt: Date;
  isLate: boolean;
  /** waits for the reader: to be reviewed, or to be sent by the reader's body */
  isMine: boolean;
};

export type MatrixFilter = {
  body?: string;
  state?: DeliverableState;
  late?: "on";
  request?: string;
  mine?: "on";
};

/**
 * Rows of the matrix by body, in the order of their names, with the counts of all deliverables. Filters leave out bodies
 * without any deliverable that fits; a row that stays is whole, so that its cells can be compared.
 */
export function buildMatrix<One extends Cell>(cells: readonly One[], filter: MatrixFilter, at: Date) {
  const rows = new Map<
    string,
    { organisationId: string; name: string; shortName: string; cells: Map<string, One>; fits: boolean }
  >();
  const counts = new Map<DeliverableState, number>();
  let late = 0;
  let mine = 0;
  for (const cell of cells) {
    const row = rows.get(cell.organisationId) ?? {
      organisationId: cell.organisationId,
      ...cell.organisation,
      cells: new Map<string, One>(),
      fits: false,
    };
    const isLate = cell.isLate || isOverdue(cell.state, cell.dueAt, at);
    if (isLate) late += 1;
    if (cell.isMine) mine += 1;
    counts.set(cell.state, (counts.get(cell.state) ?? 0) + 1);
    row.cells.set(cell.requestId, cell);
    row.fits ||=
      (!filter.body || filter.body === cell.organisationId) &&
      (!filter.state || filter.state === cell.state) &&
      (!filter.request || filter.request === cell.requestId) &&
      (filter.mine !== "on" || cell.isMine) &&
      (filter.late !== "on" || isLate);
    rows.set(cell.organisationId, row);
  }
  const all = [...rows.values()].toSorted((a, b) => a.shortName.localeCompare(b.shortName, "it"));
  return {
    rows: all.filter((row) => row.fits),
    bodies: all.map(({ organisationId, shortName }) => ({ id: organisationId, shortName })),
    counts,
    late,
    mine,
  };
}

import { z } from "zod";
import { isOverdue } from "@/lib/documents/deliverables/due";
import { getMatrix, type MatrixCell } from "@/lib/documents/deliverables/queries";
import { matrixFiltersSchema } from "@/lib/documents/deliverables/schema";
import { exportable } from "@/lib/platform/lists/definition";
import { getAreaProgramme } from "@/lib/programmes/queries";

const filters = matrixFiltersSchema.extend({ programme: z.string().min(1).max(200) });

type Row = MatrixCell & { request: string; position: number };

/** The matrix of a programme as a list: one row a body and request, as far as the actor may see. */
export const deliverablesList = exportable<Row, z.output<typeof filters>>({
  name: "deliverables",
  namespace: "documents",
  filters,
  columns: [
    { key: "body", header: "export.body", value: (row) => row.organisation.name },
    { key: "request", header: "export.request", value: (row) => row.request },
    { key: "dueAt", header: "export.dueAt", value: (row) => row.dueAt },
    { key: "state", header: "export.state", value: (row, { t }) => t(`states.${row.state}`) },
    { key: "since", header: "export.since", value: (row) => row.stateSince },
    {
      key: "submittedAt",
      header: "export.submittedAt",
      value: (row) => row.submissions[0]?.submittedAt ?? null,
    },
    { key: "late", header: "export.late", value: (row, { t }) => t(row.isLate ? "export.yes" : "export.no") },
  ],
  async page(actor, { programme, ...narrowed }) {
    const { id } = await getAreaProgramme(actor, programme);
    const { requests, cells } = await getMatrix(actor, id, narrowed.body ? { body: narrowed.body } : {});
    const known = new Map(requests.map((request) => [request.id, request]));
    const rows = cells
      .map((cell) => {
        const request = known.get(cell.requestId);
        const isLate = cell.isLate || isOverdue(cell.state, cell.dueAt, actor.at);
        return { ...cell, isLate, request: request?.title ?? "", position: request?.position ?? 0 };
      })
      .filter((row) => !narrowed.state || row.state === narrowed.state)
      .filter((row) => !narrowed.late || row.isLate)
      .filter((row) => !narrowed.request || row.requestId === narrowed.request)
      .filter((row) => !narrowed.mine || row.isMine)
      .sort(
        (one, other) =>
          one.organisation.name.localeCompare(other.organisation.name, "it") || one.position - other.position,
      );
    return { rows };
  },
});

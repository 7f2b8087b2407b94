import { z } from "zod";
import { getMatrix, type MatrixCell } from "@/lib/documents/deliverables/queries";
import { DeliverableState } from "@/lib/platform/db/generated/enums";
import { exportable } from "@/lib/platform/lists/definition";

const filters = z.object({
  programme: z.uuid("invalid"),
  body: z.uuid("invalid").optional(),
  state: z.enum(DeliverableState).optional(),
  late: z.literal("on").optional(),
});

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
    const { requests, cells } = await getMatrix(
      actor,
      programme,
      narrowed.body ? { body: narrowed.body } : {},
    );
    const known = new Map(requests.map((request) => [request.id, request]));
    const rows = cells
      .filter((cell) => !narrowed.state || cell.state === narrowed.state)
      .filter((cell) => !narrowed.late || cell.isLate)
      .map((cell) => {
        const request = known.get(cell.requestId);
        return { ...cell, request: request?.title ?? "", position: request?.position ?? 0 };
      })
      .sort(
        (one, other) =>
          one.organisation.name.localeCompare(other.organisation.name, "it") || one.position - other.position,
      );
    return { rows };
  },
});

import type { z } from "zod";
import { exportable } from "@/lib/platform/lists/definition";
import { listSeats, type SeatRow } from "@/lib/tables/queries";
import { seatFiltersSchema } from "@/lib/tables/schema";

/** Who sits at a table: one row a person. */
export const seatsList = exportable<SeatRow, z.output<typeof seatFiltersSchema>>({
  name: "table-seats",
  namespace: "tables",
  isPersonal: true,
  filters: seatFiltersSchema,
  columns: [
    { key: "name", header: "seats.name", value: (row) => row.name },
    { key: "body", header: "seats.body", value: (row) => row.body?.name ?? null },
    { key: "role", header: "seats.role", value: (row, { t }) => t(row.isCoordinator ? "leads" : "delegate") },
    { key: "from", header: "seats.from", value: (row) => row.fromAt },
  ],
  async page(actor, { programme, table }) {
    return { rows: await listSeats(actor, programme, table) };
  },
});

import type { z } from "zod";
import { visitorActor } from "@/lib/platform/actor";
import { exportable } from "@/lib/platform/lists/definition";
import { showSourceDate } from "@/lib/platform/source-date";
import { type CatalogueRow, listProgrammes } from "@/lib/programmes/catalogue/queries";
import { catalogueSchema } from "@/lib/programmes/catalogue/schema";

const filters = catalogueSchema.omit({ after: true });

/** The public list of programmes: the same file whoever asks for it, as on its page. */
export const programmesList = exportable<CatalogueRow, z.output<typeof filters>>({
  name: "programmes",
  namespace: "programmes",
  filters,
  columns: [
    { key: "title", header: "export.title", value: (row) => row.title },
    { key: "state", header: "list.state", value: (row, { t }) => t(`state.${row.state}`) },
    { key: "promoter", header: "list.promoter", value: (row) => row.promoter },
    {
      key: "begin",
      header: "export.begin",
      value: (row, { locale }) => row.begin && showSourceDate(row.begin, locale),
    },
    {
      key: "end",
      header: "export.end",
      value: (row, { locale }) => row.end && showSourceDate(row.end, locale),
    },
    { key: "bodies", header: "export.bodies", value: (row) => row.bodies, numeric: true },
    { key: "summary", header: "export.summary", value: (row) => row.summary },
  ],
  page(actor, narrowed, { after, size }) {
    return listProgrammes(visitorActor(actor.at), { ...narrowed, after }, size);
  },
});

import type { z } from "zod";
import { visitorActor } from "@/lib/platform/actor";
import { exportable } from "@/lib/platform/lists/definition";
import { showSourceDate } from "@/lib/platform/source-date";
import { listPublishedOutcomes, type Outcome } from "@/lib/programmes/outcomes/queries";
import { withoutMarks } from "@/lib/programmes/outcomes/quotation";
import { outcomeFiltersSchema } from "@/lib/programmes/outcomes/schema";

const filters = outcomeFiltersSchema.omit({ after: true });

/** Published outcomes of all programmes: the same file whoever asks for it, as on their page. */
export const outcomesList = exportable<Outcome, z.output<typeof filters>>({
  name: "outcomes",
  namespace: "programmes",
  filters,
  columns: [
    { key: "title", header: "outcomes.titleColumn", value: (row) => withoutMarks(row.title) },
    {
      key: "text",
      header: "export.text",
      value: (row) => (row.quoteSource ? withoutMarks(row.text) : row.text),
    },
    { key: "programme", header: "export.programme", value: (row) => row.programme.shortTitle },
    { key: "publishedAt", header: "export.publishedAt", value: (row) => row.publishedAt },
    { key: "source", header: "export.source", value: (row) => row.quoteSource },
    {
      key: "sourceDate",
      header: "export.sourceDate",
      value: (row, { locale }) => row.quoteDate && showSourceDate(row.quoteDate, locale),
    },
    { key: "session", header: "export.session", value: (row) => row.session?.title ?? null },
    { key: "deliverable", header: "export.deliverable", value: (row) => row.deliverable?.title ?? null },
    { key: "body", header: "export.body", value: (row) => row.deliverable?.body ?? null },
  ],
  page(actor, narrowed, { after, size }) {
    return listPublishedOutcomes(visitorActor(actor.at), { ...narrowed, after }, size);
  },
});

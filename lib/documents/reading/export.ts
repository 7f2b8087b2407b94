import type { z } from "zod";
import { getReaders, type ReaderRow } from "@/lib/documents/reading/queries";
import { readersFiltersSchema } from "@/lib/documents/reading/schema";
import { exportable } from "@/lib/platform/lists/definition";

/** Who of each body has opened a document: one row a person. */
export const readersList = exportable<ReaderRow, z.output<typeof readersFiltersSchema>>({
  name: "document-readers",
  namespace: "deliverables",
  isPersonal: true,
  filters: readersFiltersSchema,
  columns: [
    { key: "body", header: "readers.body", value: (row) => row.body.name },
    { key: "person", header: "readers.person", value: (row) => row.name },
    { key: "first", header: "readers.first", value: (row) => row.reading?.firstAt ?? null },
    { key: "last", header: "readers.last", value: (row) => row.reading?.lastAt ?? null },
    {
      key: "version",
      header: "readers.version",
      value: (row) => row.reading?.lastVersion ?? null,
      numeric: true,
    },
    {
      key: "acknowledged",
      header: "readers.acknowledged",
      value: (row) => row.reading?.acknowledgedAt ?? null,
    },
  ],
  async page(actor, { document }) {
    return { rows: (await getReaders(actor, document)).rows };
  },
});

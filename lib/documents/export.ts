import { z } from "zod";
import { type ListedDocument, listDocuments } from "@/lib/documents/queries";
import { documentFiltersSchema } from "@/lib/documents/schema";
import { circleName, spaceNamed } from "@/lib/documents/space-words";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { getAreaProgramme } from "@/lib/programmes/queries";

const filters = documentFiltersSchema.extend({ programme: z.string().min(1).max(200) });

/** Documents of a programme's spaces that the actor may read, each with its last version. */
export const documentsList = exportable<ListedDocument, z.output<typeof filters>>({
  name: "documents",
  namespace: "documents",
  filters,
  columns: [
    { key: "title", header: "fields.title", value: (row) => row.title },
    { key: "kind", header: "fields.kind", value: (row, { t }) => t(`kinds.${row.kind}`) },
    {
      key: "space",
      header: "fields.space",
      value: (row, { t }) => circleName(row.space, t("list.common")),
    },
    { key: "folder", header: "fields.folder", value: (row) => row.folder?.name ?? null },
    { key: "file", header: "export.file", value: (row) => row.versions[0]?.filename ?? null },
    {
      key: "bytes",
      header: "export.bytes",
      value: (row) => (row.versions[0] ? Number(row.versions[0].size) : null),
      numeric: true,
    },
    {
      key: "version",
      header: "export.version",
      value: (row) => row.versions[0]?.number ?? null,
      numeric: true,
    },
    {
      key: "updated",
      header: "fields.updated",
      value: (row) => row.versions[0]?.createdAt ?? row.createdAt,
    },
    {
      key: "public",
      header: "export.public",
      value: (row, { t }) => t(row.isPublic ? "export.yes" : "export.no"),
    },
  ],
  // Public documents are everybody's, the list of the spaces is the group's: hence the programme is asked for first.
  async page(actor, { programme, ...narrowed }, { after, size }) {
    const { id } = await getAreaProgramme(actor, programme);
    const { kind, ...words } = narrowed;
    const space = words.body || words.table ? spaceNamed(id, words) : undefined;
    return listDocuments(actor, id, { kind, space }, { after: readCursor(after), size });
  },
});

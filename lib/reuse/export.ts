import { z } from "zod";
import { readCursor } from "@/lib/platform/lists/cursor";
import { exportable } from "@/lib/platform/lists/definition";
import { getAreaProgramme } from "@/lib/programmes/queries";
import { listManagedItems, type ManagedItem } from "@/lib/reuse/queries";
import { licenceOf } from "@/lib/reuse/vocabulary";

const filters = z.object({ programme: z.string().min(1).max(200) });

/** What a programme gave to the library, with how often it was taken and who says that it is used. */
export const reuseList = exportable<ManagedItem, z.output<typeof filters>>({
  name: "reuse",
  namespace: "reuse",
  filters,
  columns: [
    { key: "title", header: "fields.title", value: (row) => row.title },
    { key: "state", header: "area.state", value: (row, { t }) => t(`states.${row.state}`) },
    { key: "licence", header: "fields.licence", value: (row) => licenceOf(row.licence).name },
    { key: "publishedAt", header: "area.publishedAt", value: (row) => row.publishedAt },
    { key: "release", header: "area.release", numeric: true, value: (row) => row.release },
    { key: "downloads", header: "area.downloads", numeric: true, value: (row) => row.downloads },
    { key: "shown", header: "area.shown", numeric: true, value: (row) => row.shown },
    { key: "waiting", header: "area.waiting", numeric: true, value: (row) => row.waiting },
  ],
  async page(actor, { programme }, { after, size }) {
    const { id } = await getAreaProgramme(actor, programme);
    return listManagedItems(actor, id, { after: readCursor(after), size });
  },
});

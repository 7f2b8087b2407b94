import { z } from "zod";
import { getParticipation } from "@/lib/animation/participation/queries";
import { exportable } from "@/lib/platform/lists/definition";

type Row = { body: string; week: string; posts: number; reads: number };

const filters = z.object({ programme: z.string().min(1).max(200) });

/** How much each body takes part, a row for each of its weeks. Of bodies alone, so that nobody's reading is in it. */
export const participationList = exportable<Row, z.output<typeof filters>>({
  name: "participation",
  namespace: "animation",
  filters,
  columns: [
    { key: "body", header: "participation.body", value: (row) => row.body },
    { key: "week", header: "participation.week", value: (row) => row.week },
    { key: "posts", header: "participation.posts", value: (row) => row.posts, numeric: true },
    { key: "reads", header: "participation.reads", value: (row) => row.reads, numeric: true },
  ],
  async page(actor, { programme }) {
    const { rows, weeks } = await getParticipation(actor, programme);
    return {
      rows: rows.flatMap((row) =>
        row.cells.map((cell, index) => ({ body: row.shortName, week: weeks[index] ?? "", ...cell })),
      ),
    };
  },
});

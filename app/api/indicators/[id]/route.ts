import { identifierIn, route } from "@/lib/platform/route";
import { exportReadings } from "@/lib/programmes/indicators/export";

/** The readings of an indicator as CSV. */
export const GET = route<{ id: string }>(
  { name: "programmes.exportReadings", audience: ["anyone"] },
  async (_request, { params, actor }) => {
    const { filename, csv } = await exportReadings(await actor(), identifierIn(params.id));
    return new Response(csv, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${filename}"`,
        "cache-control": "private, no-store",
      },
    });
  },
);

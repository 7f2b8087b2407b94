import { listReaders } from "@/lib/forum/readers/queries";
import { identifierIn, route } from "@/lib/platform/route";

/** Who reads a thread now, by name: for the programme's people, whose page shows it. */
export const GET = route<{ id: string }>(
  { name: "forum.readers", audience: ["coordinator", "expert", "observer", "referent", "staff"] },
  async (_request, { params, actor }) => {
    const readers = await listReaders(await actor(), identifierIn(params.id));
    return Response.json({ readers }, { headers: { "Cache-Control": "no-store" } });
  },
);

import { identifierIn, route } from "@/lib/platform/route";
import { findLiveMark } from "@/lib/sessions/live/mark/queries";

/** Tells the page of a session's day whether it is out of date: asked often, it costs little and holds nothing. */
export const GET = route<{ id: string }>(
  { name: "sessions.liveMark", audience: ["signed-in"] },
  async (_request, { params, actor }) => {
    const mark = await findLiveMark(await actor(), identifierIn(params.id));
    return Response.json({ mark }, { headers: { "Cache-Control": "no-store" } });
  },
);

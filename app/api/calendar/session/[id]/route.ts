import { feedResponse } from "@/app/api/calendar/feed-response";
import { getSessionFeed } from "@/lib/calendar/feeds/queries";
import { route } from "@/lib/platform/route";

/** One session to put into a calendar, for whoever sees its page. */
export const GET = route<{ id: string }>(
  { name: "calendar.sessionFeed", audience: ["anyone"] },
  async (request, { params, actor: asks }) => {
    const actor = await asks();
    return feedResponse(request, () => getSessionFeed(actor, params.id), {
      cache: "private",
      pages: actor.isVisitor ? "public" : "reserved",
      filename: "incontro",
    });
  },
);

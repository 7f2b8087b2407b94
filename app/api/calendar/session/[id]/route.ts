import { feedResponse } from "@/app/api/calendar/feed-response";
import { getSessionFeed } from "@/lib/calendar/feeds/queries";
import { currentActor } from "@/lib/platform/request";

type Context = { params: Promise<{ id: string }> };

/** One session to put into a calendar, for whoever sees its page. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id } = await params;
  const actor = await currentActor();
  return feedResponse(request, () => getSessionFeed(actor, id), {
    cache: "private",
    pages: actor.isVisitor ? "public" : "reserved",
    filename: "incontro",
  });
}

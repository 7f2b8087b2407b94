import { feedResponse } from "@/app/api/calendar/feed-response";
import { getOpenFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";

/** Every session that the public sees, to subscribe to. */
export async function GET(request: Request): Promise<Response> {
  return feedResponse(request, () => getOpenFeed(visitorActor(now())), {
    cache: "public",
    pages: "public",
    filename: "calendario",
  });
}

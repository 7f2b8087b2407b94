import { feedResponse } from "@/app/api/calendar/feed-response";
import { getProgrammeFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";

type Context = { params: Promise<{ slug: string }> };

/** The sessions of one programme that the public sees, to subscribe to. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  return feedResponse(request, () => getProgrammeFeed(visitorActor(now()), slug), {
    cache: "public",
    pages: "public",
    filename: "calendario",
  });
}

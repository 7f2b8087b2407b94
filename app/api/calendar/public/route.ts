import { feedResponse } from "@/app/api/calendar/feed-response";
import { getOpenFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { route } from "@/lib/platform/route";

/** Every session that the public sees, to subscribe to. */
export const GET = route({ name: "calendar.openFeed", audience: ["anyone"] }, (request) =>
  feedResponse(request, () => getOpenFeed(visitorActor(now())), {
    cache: "public",
    pages: "public",
    filename: "calendario",
  }),
);

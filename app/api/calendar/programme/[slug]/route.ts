import { feedResponse } from "@/app/api/calendar/feed-response";
import { getProgrammeFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { route } from "@/lib/platform/route";

/** The sessions of one programme that the public sees, to subscribe to. */
export const GET = route<{ slug: string }>(
  { name: "calendar.programmeFeed", audience: ["anyone"] },
  (request, { params }) =>
    feedResponse(request, () => getProgrammeFeed(visitorActor(now()), params.slug), {
      cache: "public",
      pages: "public",
      filename: "calendario",
    }),
);

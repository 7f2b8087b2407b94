import { feedResponse } from "@/app/api/calendar/feed-response";
import { getPersonalFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { NotFoundError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";

/** A person's own calendar: a calendar program has no sign-in, so the secret in the address stands for it. */
export const GET = route<{ token: string }>(
  { name: "calendar.personalFeed", audience: ["anyone"] },
  (request, { params }) => {
    const read = () =>
      getPersonalFeed(visitorActor(now()), params.token).catch(async (error: unknown) => {
        if (error instanceof NotFoundError) {
          await consume("secret-link", requestClient(request.headers).client);
        }
        throw error;
      });
    return feedResponse(request, read, {
      cache: "private",
      pages: "reserved",
      filename: "calendario",
    });
  },
);

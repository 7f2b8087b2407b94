import { feedResponse } from "@/app/api/calendar/feed-response";
import { getPersonalFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";

type Context = { params: Promise<{ token: string }> };

/** A person's own calendar: a calendar program has no sign-in, so the secret in the address stands for it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  return feedResponse(request, () => getPersonalFeed(visitorActor(now()), token), {
    cache: "private",
    pages: "reserved",
    filename: "calendario",
  });
}

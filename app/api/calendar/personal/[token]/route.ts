import { feedResponse } from "@/app/api/calendar/feed-response";
import { getPersonalFeed } from "@/lib/calendar/feeds/queries";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { NotFoundError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { requestClient } from "@/lib/platform/server/client-address";

type Context = { params: Promise<{ token: string }> };

/** A person's own calendar: a calendar program has no sign-in, so the secret in the address stands for it. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { token } = await params;
  const read = () =>
    getPersonalFeed(visitorActor(now()), token).catch(async (error: unknown) => {
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
}

import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { NotFoundError } from "@/lib/platform/errors";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { isLocale, routing } from "@/lib/platform/i18n/routing";
import { consume } from "@/lib/platform/rate-limit";
import { route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";
import { getReplyCalendar } from "@/lib/sessions/replies/queries";
import { buildCalendar, placed } from "@/lib/sessions/vevent";

/** The session of an invitation to put into a calendar, for whoever has its link. */
export const GET = route<{ token: string }>(
  { name: "sessions.invitationCalendar", audience: ["anyone"] },
  async (request, { params: { token } }) => {
    const found = await getReplyCalendar(visitorActor(now()), token).catch(async (error: unknown) => {
      if (error instanceof NotFoundError) await consume("secret-link", requestClient(request.headers).client);
      throw error;
    });
    const locale = isLocale(found.locale) ? found.locale : routing.defaultLocale;
    const url = new URL(pagePath("/session/[token]", { token }, locale), env().siteUrl).href;
    const entry = placed(found.vevent, { url, programme: found.programme });
    return new Response(buildCalendar(found.title, [entry]), {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'inline; filename="incontro.ics"',
        "cache-control": "no-store",
      },
    });
  },
);

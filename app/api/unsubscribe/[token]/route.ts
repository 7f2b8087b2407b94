import { endSubscription } from "@/lib/newsletter/subscribing/mutations";
import { subscriptionOfToken } from "@/lib/newsletter/subscribing/token";
import { stopMails } from "@/lib/notifications/unsubscribing/mutations";
import { visitorActor } from "@/lib/platform/actor";
import { now } from "@/lib/platform/clock";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { routing } from "@/lib/platform/i18n/routing";
import { route } from "@/lib/platform/route";
import { requestClient } from "@/lib/platform/server/client-address";

const meta = { audience: ["anyone"] } as const;

/**
 * What a reader of mail posts for its user's one click (RFC 8058). It bears no cookie and no origin: the address is the
 * secret. Anything else that is posted here is no such click.
 */
export const POST = route<{ token: string }>(
  { ...meta, name: "notifications.stopMailsByOneClick", byMachines: true },
  async (request, { params }) => {
    const form = await request.formData().catch(() => null);
    if (form?.get("List-Unsubscribe") !== "One-Click") return answer(400);
    const end = subscriptionOfToken(params.token) ? endSubscription : stopMails;
    await end(visitorActor(now()), { token: params.token }, requestClient(request.headers));
    return answer(200);
  },
);

/** Readers of mail that know no one click open the address: it leads to the page that asks, and ends nothing. */
export const GET = route<{ token: string }>(
  { ...meta, name: "notifications.askToStopMails" },
  async (_request, { params }) => {
    const path = pagePath("/unsubscribe/[token]", { token: params.token }, routing.defaultLocale);
    return answer(303, { Location: path });
  },
);

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

import { systemActor } from "@/lib/platform/actor";
import { showsToken } from "@/lib/platform/bearer";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { route } from "@/lib/platform/route";
import { largestMail, readBody, readReplyMail } from "@/lib/sessions/replies/import";
import { receiveReply } from "@/lib/sessions/replies/mutations";

/**
 * A reply of somebody's calendar, handed on by the body's mail server: a whole mail, or its part that is a calendar. The
 * recipient's token stands in the address that the mail was sent to, or in this one. What is no good is logged and
 * answered like the rest: whoever wrote it must learn nothing, and a mail server must not try again.
 */
export const POST = route<{ token?: string[] } & Record<string, string[]>>(
  { name: "sessions.receiveReply", audience: ["anyone"], byMachines: true },
  async (request, { params }) => {
    const { inbound } = env();
    if (!inbound) return answer(404);
    if (!showsToken(request, inbound.secret)) return answer(401, { "WWW-Authenticate": "Bearer" });
    const bytes = await readBody(request);
    if (!bytes) {
      log.warn({ reason: "tooLarge", limit: largestMail }, "calendar reply not taken");
      return answer(413);
    }
    const mail = await readReplyMail(bytes, request.headers.get("content-type") ?? "", inbound.address);
    const token = params.token?.[0] ?? mail?.token;
    const outcome =
      mail && token
        ? await receiveReply(systemActor("inbound-mail", now()), { token, calendar: mail.calendar })
        : "unreadable";
    if (outcome === "taken") log.info("calendar reply taken");
    else log.warn({ reason: outcome }, "calendar reply not taken");
    return answer(202);
  },
);

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

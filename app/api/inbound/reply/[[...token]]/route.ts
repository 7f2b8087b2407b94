import { receiveAnswer } from "@/lib/forum/by-mail/mutations";
import { type Actor, systemActor } from "@/lib/platform/actor";
import { showsToken } from "@/lib/platform/bearer";
import { now } from "@/lib/platform/clock";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";
import { receiveReport } from "@/lib/platform/mail/inbound/mutations";
import { findAnsweredMail } from "@/lib/platform/mail/inbound/queries";
import { type InboundMail, largestMail, readBody, readMail } from "@/lib/platform/mail/inbound/read";
import { route } from "@/lib/platform/route";
import { receiveReply } from "@/lib/sessions/replies/mutations";

/**
 * What came back to a mail of ours, handed on by the body's mail server: an answer to the forum, the message that a mail
 * was not delivered, a calendar's reply; a whole mail, or its part that is a calendar. The token of the mail stands in
 * the address that it was sent to, or in this one. What is no good is logged and answered like the rest: whoever wrote it
 * must learn nothing, and a mail server must not try again. What passes by itself is answered by a status that says so.
 */
export const POST = route<{ token?: string[] } & Record<string, string[]>>(
  { name: "portal.receiveMail", audience: ["anyone"], byMachines: true },
  async (request, { params }) => {
    const { inbound, siteUrl, MAIL_FROM: sender } = env();
    if (!inbound) return answer(404);
    if (!showsToken(request, inbound.secret)) return answer(401, { "WWW-Authenticate": "Bearer" });
    const bytes = await readBody(request);
    if (!bytes) {
      log.warn({ reason: "tooLarge", limit: largestMail }, "mail not taken in");
      return answer(413);
    }
    const isCalendar = /^text\/calendar\b/i.test(request.headers.get("content-type") ?? "");
    const mail = isCalendar
      ? null
      : await readMail(bytes, { inbound: inbound.address, sender, host: new URL(siteUrl).hostname });
    const { kind, outcome } = await takeIn(systemActor("inbound-mail", now()), {
      token: params.token?.[0] ?? mail?.token ?? null,
      mail,
      calendar: isCalendar ? new TextDecoder().decode(bytes) : (mail?.calendar ?? null),
    });
    if (outcome === "taken" || outcome === "returned") log.info({ kind, outcome }, "mail taken in");
    else log.warn({ kind, reason: outcome }, "mail not taken in");
    return answer(202);
  },
);

type Arrived = { token: string | null; mail: InboundMail | null; calendar: string | null };

/** What a mail was, by the mail of ours that its token names, and what became of it. */
async function takeIn(
  actor: Actor,
  { token, mail, calendar }: Arrived,
): Promise<{ kind: "answer" | "report" | "calendar" | "other"; outcome: string }> {
  if (!token || !(mail || calendar)) return { kind: "other", outcome: token ? "unreadable" : "unknownToken" };
  const answered = mail && (await findAnsweredMail(actor, token));
  if (answered?.use === "return") {
    return { kind: "report", outcome: await receiveReport(actor, answered.mail, mail?.reports ?? []) };
  }
  if (mail && answered) return { kind: "answer", outcome: await receiveAnswer(actor, answered.mail, mail) };
  if (calendar) return { kind: "calendar", outcome: await receiveReply(actor, { token, calendar }) };
  return { kind: "other", outcome: "unknownToken" };
}

function answer(status: number, headers: Record<string, string> = {}): Response {
  return new Response(null, { status, headers: { "Cache-Control": "no-store", ...headers } });
}

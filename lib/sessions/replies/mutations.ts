import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, ForbiddenError, found, NotFoundError } from "@/lib/platform/errors";
import { consume } from "@/lib/platform/rate-limit";
import { type ReplyFault, readCalendarReply } from "@/lib/sessions/replies/calendar-reply";
import { giveReply } from "@/lib/sessions/replies/commands";
import { findInvited, type InvitedPerson } from "@/lib/sessions/replies/queries";
import type { ReplyByLink, ReplyToSession } from "@/lib/sessions/replies/schema";
import { uidOf } from "@/lib/sessions/vevent";

/** Yes, maybe or no of the signed-in person, from the session's page. */
export async function replyToSession(
  actor: Actor,
  { id, reply }: ReplyToSession,
): Promise<{ id: string; slug: string }> {
  return inTransaction((tx) => giveReply(tx, actor, { sessionId: id, reply, way: "page" }));
}

/**
 * The same by the link in a mail, for the person whom it names, whoever is signed in.
 * @param from whose guesses at links are counted
 * @throws NotFoundError when the link is forged or no longer good
 */
export async function replyByLink(
  actor: Actor,
  { token, reply }: ReplyByLink,
  from: { client: string },
): Promise<void> {
  const invited = await findInvited(actor, token, "page");
  if (!invited) await consume("secret-link", from.client);
  const { person, sessionId } = found(invited, "invitation");
  await inTransaction((tx) => giveReply(tx, person, { sessionId, reply, way: "link" }));
}

/** What became of a calendar's answer: taken, or why not. */
export type ReplyOutcome =
  | "taken"
  | ReplyFault
  | "unknownToken"
  | "otherSession"
  | "otherAttendee"
  | "refused"
  | "stale";

/**
 * Takes the answer that a person's calendar sent to the address in its invitation. What cannot be taken changes nothing
 * and is only said: whoever sent it reads no answer of ours.
 */
export async function receiveReply(
  actor: Actor,
  { token, calendar }: { token: string; calendar: string },
): Promise<ReplyOutcome> {
  authorise(actor.kind === "system");
  const invited = await findInvited(actor, token, "mail");
  if (!invited) return "unknownToken";
  const answer = readCalendarReply(calendar);
  if (typeof answer === "string") return answer;
  if (answer.uid !== uidOf(invited.sessionId)) return "otherSession";
  if (!answer.addresses.includes(invited.email)) return "otherAttendee";
  return take(invited, answer);
}

async function take(
  { person, sessionId }: InvitedPerson,
  { reply, sequence, stampedAt }: Exclude<ReturnType<typeof readCalendarReply>, string>,
): Promise<ReplyOutcome> {
  try {
    await inTransaction((tx) =>
      giveReply(tx, person, { sessionId, reply, way: "calendar", message: { sequence, stampedAt } }),
    );
    return "taken";
  } catch (error) {
    if (error instanceof DomainError && error.code === "sessions.replyStale") return "stale";
    const isRefusal =
      error instanceof DomainError || error instanceof ForbiddenError || error instanceof NotFoundError;
    if (!isRefusal) throw error;
    return "refused";
  }
}

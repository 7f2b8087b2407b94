import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { formatRange } from "@/lib/platform/i18n/format";
import { pagePath } from "@/lib/platform/i18n/page-path";
import { queueMail } from "@/lib/platform/mail/queue";
import { consume } from "@/lib/platform/rate-limit";
import { confirmableUntil, nextInterestState, takesInterest } from "@/lib/sessions/interests/lifecycle";
import { canExpressFor, speaksFor } from "@/lib/sessions/interests/policy";
import type {
  AnswerInterest,
  AskInterest,
  ExpressInterest,
  WithdrawInterest,
} from "@/lib/sessions/interests/schema";
import { visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/** A body of the portal would come to a meeting with so many people; said again it is another number. */
export async function expressInterest(actor: Actor, input: ExpressInterest): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, input.session);
    const organisationId = chooseBody(actor, input.body);
    authorise(canExpressFor(actor, { organisationId }));
    assertOpen(actor, meeting);
    const data = { people: input.people, personId: actor.personId, state: "CONFIRMED" as const };
    const times = { confirmedAt: actor.at };
    await tx.sessionInterest.upsert({
      where: { sessionId_organisationId: { sessionId: meeting.id, organisationId } },
      create: { sessionId: meeting.id, organisationId, createdAt: actor.at, ...data, ...times },
      update: { ...data, ...times },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "sessions.interestConfirmed",
      ...about(meeting),
      organisationId,
      data: { people: input.people },
    });
    return placeOf(meeting);
  });
}

/** A body of the portal will not come after all. */
export async function withdrawInterest(actor: Actor, input: WithdrawInterest): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, input.session);
    authorise(canExpressFor(actor, { organisationId: input.body }));
    assertOpen(actor, meeting);
    const { count } = await tx.sessionInterest.updateMany({
      where: { sessionId: meeting.id, organisationId: input.body, state: "CONFIRMED" },
      data: { state: "WITHDRAWN" },
    });
    found(count || null, "interest");
    await recordEvent(tx, actor, {
      kind: "sessions.interestWithdrawn",
      ...about(meeting),
      organisationId: input.body,
    });
    return placeOf(meeting);
  });
}

/**
 * A body that is not in the portal asks to be reckoned with: a link goes to its address, and until that is followed it
 * does not count. The answer is the same whether the address asked before or not.
 */
export async function askInterest(
  actor: Actor,
  input: AskInterest,
  from: { client: string },
): Promise<SessionPlace> {
  await consume("interest", from.client);
  // Whoever writes a stranger's address into the form does not fill that stranger's letter box.
  await consume("interest-address", input.email);
  const token = randomBytes(32).toString("base64url");
  return inTransaction(async (tx) => {
    const meeting = await findMeeting(tx, actor, input.session);
    assertOpen(actor, meeting);
    const { bodyName, contactName, people } = input;
    const kept = await tx.sessionInterest.findUnique({
      where: { sessionId_email: { sessionId: meeting.id, email: input.email } },
      select: { id: true, state: true },
    });
    const fresh = { tokenHash: hashOf(token), expiresAt: confirmableUntil(actor.at) };
    // A confirmed one is not changed by whoever knows its address: its link is sent anew, and that is all.
    const isFixed = kept?.state === "CONFIRMED";
    const state = kept && !isFixed ? nextInterestState(kept.state, "renew") : undefined;
    const { id } = await tx.sessionInterest.upsert({
      where: { sessionId_email: { sessionId: meeting.id, email: input.email } },
      create: {
        ...fresh,
        sessionId: meeting.id,
        bodyName,
        contactName,
        email: input.email,
        people,
        createdAt: actor.at,
      },
      update: isFixed ? fresh : { ...fresh, bodyName, contactName, people, state },
      select: { id: true },
    });
    const eventId = await recordEvent(tx, actor, {
      kind: "sessions.interestAsked",
      ...about(meeting),
      data: { interestId: id },
    });
    await queueMail(tx, {
      template: "planning.interestConfirmation",
      dedupeKey: `interest:${eventId}`,
      locale: input.locale,
      to: { address: input.email },
      params: {
        name: contactName,
        body: bodyName,
        title: meeting.title,
        when: formatRange(meeting.startsAt, meeting.endsAt, input.locale),
        link: pagePath("/interest/[token]", { token }, input.locale),
      },
    });
    return placeOf(meeting);
  });
}

/**
 * Confirms or takes back the interest of a body that is not in the portal, by the link that was mailed to it.
 * @throws NotFoundError when there is no such link; DomainError "planning.interestClosed", "planning.linkExpired"
 */
export async function answerInterest(
  actor: Actor,
  input: AnswerInterest,
  from: { client: string },
): Promise<{ token: string }> {
  const tokenHash = hashOf(input.token);
  const link = await db.sessionInterest.findUnique({ where: { tokenHash }, select: { id: true } });
  if (!link) await consume("secret-link", from.client);
  return inTransaction(async (tx) => {
    const interest = found(
      await tx.sessionInterest.findUnique({
        where: { tokenHash },
        select: { id: true, state: true, expiresAt: true, session: { select: meetingSelect } },
      }),
      "interest",
    );
    const { session: meeting } = interest;
    assertOpen(actor, meeting);
    const isConfirmation = input.answer === "confirm";
    if (isConfirmation && interest.state === "CONFIRMED") return { token: input.token };
    if (isConfirmation && interest.expiresAt && interest.expiresAt <= actor.at) {
      throw new DomainError("planning.linkExpired");
    }
    const state = nextInterestState(interest.state, input.answer);
    const { count } = await tx.sessionInterest.updateMany({
      where: { id: interest.id, state: interest.state, tokenHash },
      data: { state, ...(isConfirmation ? { confirmedAt: actor.at } : {}) },
    });
    // The same link was used twice at once: the first one counts.
    if (count === 0) return { token: input.token };
    await recordEvent(tx, actor, {
      kind: isConfirmation ? "sessions.interestConfirmed" : "sessions.interestWithdrawn",
      ...about(meeting),
      data: { interestId: interest.id },
    });
    return { token: input.token };
  });
}

const meetingSelect = {
  id: true,
  programmeId: true,
  title: true,
  kind: true,
  audience: true,
  state: true,
  startsAt: true,
  endsAt: true,
  programme: { select: { slug: true } },
} as const;

type Meeting = Awaited<ReturnType<typeof findMeeting>>;

async function findMeeting(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.session.findFirst({ where: { AND: [{ id }, visibleTo(actor)] }, select: meetingSelect }),
    "session",
  );
}

function assertOpen(actor: Actor, meeting: Meeting): void {
  if (!takesInterest(meeting, actor.at)) throw new DomainError("planning.interestClosed");
}

function chooseBody(actor: Actor, asked: string | undefined): string {
  const [only, another] = speaksFor(actor);
  const chosen = asked ?? (another === undefined ? only : undefined);
  authorise(only !== undefined);
  if (chosen === undefined) throw new DomainError("chooseOne", {}, "body");
  return chosen;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

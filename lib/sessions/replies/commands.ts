import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { Reply } from "@/lib/platform/db/generated/enums";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { acceptsReplies } from "@/lib/sessions/lifecycle";
import { canReply, visibleTo } from "@/lib/sessions/policy";
import { hasRoom, holdsPlace, placesLeft } from "@/lib/sessions/replies/places";
import { about } from "@/lib/sessions/session-place";

/** By which way a reply came. */
export type ReplyWay = "page" | "link" | "calendar";

export type GivenReply = {
  sessionId: string;
  reply: Reply;
  way: ReplyWay;
  /** of a calendar's answer: to which number of the entry, and when it was given */
  message?: { sequence: number; stampedAt: Date | null };
};

/**
 * Yes, maybe or no of the actor, who was convened: one rule for the three ways. May be given otherwise until the session
 * starts. A yes beyond the capacity waits; a place that becomes free goes to whoever waits longest.
 * @throws DomainError "sessions.replyClosed", "sessions.represented", "sessions.replyStale"
 */
export async function giveReply(
  tx: Tx,
  actor: Actor,
  input: GivenReply,
): Promise<{ id: string; slug: string }> {
  await lockSession(tx, actor, input.sessionId);
  const session = await findConvened(tx, actor, input.sessionId);
  const place = { id: session.id, slug: session.programme.slug };
  const [own] = session.invitees;
  authorise(canReply(actor, { ...session, invitedIds: session.invitees.map((one) => one.personId) }));
  if (!acceptsReplies(session, actor.at)) throw new DomainError("sessions.replyClosed");
  if (own?.substitution) throw new DomainError("sessions.represented");
  if (input.message)
    assertFresh(input.message, { sequence: session.sequence, repliedAt: own?.repliedAt ?? null });
  if (!own || own.reply === input.reply) return place;
  const queueNumber = input.reply === "YES" ? await takePlace(tx, actor, session, own) : null;
  await tx.sessionInvitee.update({
    where: { sessionId_personId: { sessionId: session.id, personId: own.personId } },
    data: { reply: input.reply, repliedAt: actor.at, queueNumber },
    select: { personId: true },
  });
  await recordEvent(tx, actor, {
    kind: "sessions.replied",
    ...about(session),
    organisationId: own.organisationId,
    data: { reply: input.reply, way: input.way, waits: queueNumber !== null },
  });
  if (holdsPlace(own)) await fillPlaces(tx, actor, session.id);
  return place;
}

/**
 * Gives free places to those who wait, in the order of their replies, and says so in the log. Called wherever a place may
 * have become free, by a transaction that holds the session (`lockSession`, or a change of its row).
 */
export async function fillPlaces(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const session = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      programmeId: true,
      state: true,
      startsAt: true,
      endsAt: true,
      capacity: true,
      placesTaken: true,
    },
  });
  const left = placesLeft({ capacity: session.capacity, taken: session.placesTaken });
  if (left === 0 || !acceptsReplies(session, actor.at)) return;
  const next = await tx.sessionInvitee.findMany({
    where: { sessionId, queueNumber: { not: null } },
    orderBy: { queueNumber: "asc" },
    ...(left === null ? {} : { take: left }),
    select: { personId: true },
  });
  if (next.length === 0) return;
  const people = next.map((one) => one.personId);
  await tx.sessionInvitee.updateMany({
    where: { sessionId, personId: { in: people } },
    data: { queueNumber: null },
  });
  await recordEvent(tx, actor, {
    kind: "sessions.placeGiven",
    subject: { kind: "session", id: sessionId },
    programmeId: session.programmeId,
    data: { people },
  });
}

/** Holds a session until the transaction ends: of many who reply at once each sees what the one before left. */
export async function lockSession(tx: Tx, _actor: Actor, sessionId: string): Promise<void> {
  await tx.$queryRaw`select from session where id = ${sessionId}::uuid for no key update`;
}

const substitutionSelect = { select: { personId: true, substituteId: true } } as const;

async function findConvened(tx: Tx, actor: Actor, sessionId: string) {
  return found(
    await tx.session.findFirst({
      where: { AND: [{ id: sessionId }, visibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        state: true,
        startsAt: true,
        endsAt: true,
        sequence: true,
        capacity: true,
        placesTaken: true,
        programme: { select: { slug: true } },
        invitees: {
          where: { personId: actor.personId ?? undefined },
          take: 1,
          select: {
            personId: true,
            organisationId: true,
            reply: true,
            repliedAt: true,
            queueNumber: true,
            substitution: substitutionSelect,
            standsFor: substitutionSelect,
          },
        },
      },
    }),
    "session",
  );
}

type Convened = Awaited<ReturnType<typeof findConvened>>;

// An entry that was changed since is answered anew, and mail that comes late must not undo a later word.
function assertFresh(
  message: NonNullable<GivenReply["message"]>,
  known: { sequence: number; repliedAt: Date | null },
): void {
  const { sequence, stampedAt } = message;
  const isOlder = stampedAt !== null && known.repliedAt !== null && stampedAt < known.repliedAt;
  if (sequence < known.sequence || isOlder) throw new DomainError("sessions.replyStale");
}

/** The number under which a yes waits, or null when it has a place: that of the person it stands for, or a free one. */
async function takePlace(
  tx: Tx,
  actor: Actor,
  session: Convened,
  own: Convened["invitees"][number],
): Promise<number | null> {
  const kept = own.standsFor ? await handOver(tx, actor, session.id, own.standsFor.personId) : null;
  if (kept) return kept.queueNumber;
  if (hasRoom({ capacity: session.capacity, taken: session.placesTaken })) return null;
  const { _max } = await tx.sessionInvitee.aggregate({
    where: { sessionId: session.id },
    _max: { queueNumber: true },
  });
  return (_max.queueNumber ?? 0) + 1;
}

// Who is represented and had said yes keeps that place for the substitute, and has it no more once the substitute comes.
async function handOver(tx: Tx, actor: Actor, sessionId: string, personId: string) {
  const where = { sessionId_personId: { sessionId, personId } };
  const kept = await tx.sessionInvitee.findUnique({ where, select: { reply: true, queueNumber: true } });
  if (kept?.reply !== "YES") return null;
  await tx.sessionInvitee.update({
    where,
    data: { reply: "NO", repliedAt: actor.at, queueNumber: null },
    select: { personId: true },
  });
  return kept;
}

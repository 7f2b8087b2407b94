import "server-only";
import { type Actor, personActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Reply } from "@/lib/platform/db/generated/enums";
import { found } from "@/lib/platform/errors";
import { identifierOfToken } from "@/lib/platform/mail/inbound/token";
import { asUuid } from "@/lib/sessions/identifier";
import { acceptsReplies } from "@/lib/sessions/lifecycle";
import { canReply, visibleTo } from "@/lib/sessions/policy";
import { placeInQueue, placesLeft } from "@/lib/sessions/replies/places";
import { isReplyToken, type ReplyUse } from "@/lib/sessions/replies/reply-token";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";
import { buildVevent, veventSelect } from "@/lib/sessions/vevent";

/** How many places a session has, where it has a limit. */
export type PlaceCount = { capacity: number; left: number; waiting: number };

/** What a person who was convened has said, and what follows from it. */
export type OwnReply = {
  reply: Reply | null;
  /** until the session starts, and while nobody comes in the person's place */
  isOpen: boolean;
  /** place in the waiting list, from 1; null for who does not wait */
  queuePlace: number | null;
  representedBy: string | null;
  standsFor: string | null;
  /** other sessions at the same time to which the person said yes */
  overlaps: { id: string; title: string; startsAt: Date; endsAt: Date }[];
};

export type Replies = { places: PlaceCount | null; own: OwnReply | null };

/** The places of a session and the actor's own reply, beside the session's page. */
export async function getReplies(actor: Actor, slug: string, id: string): Promise<Replies> {
  const where = { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] };
  return readReplies(actor, found(await db.session.findFirst({ where, select: { id: true } }), "session").id);
}

/** What the page behind a link in a mail shows. */
export type LinkView = {
  session: SessionRow & { cancelReason: string | null };
  person: { name: string; body: string | null };
  replies: Replies & { own: OwnReply };
};

/**
 * A session as the link in a person's mail shows it, without an account. Reading it changes nothing.
 * @returns null when the link is forged or of an invitation that is no more
 */
export async function findReplyPage(actor: Actor, token: string): Promise<LinkView | null> {
  const invited = await findInvited(actor, token, "page");
  if (!invited) return null;
  const [session, replies] = await Promise.all([
    db.session.findFirst({
      where: { AND: [{ id: invited.sessionId }, visibleTo(invited.person)] },
      select: { ...rowSelect, cancelReason: true },
    }),
    readReplies(invited.person, invited.sessionId),
  ]);
  if (!session || !replies.own) return null;
  const { name, body } = invited;
  return { session, person: { name, body }, replies: { ...replies, own: replies.own } };
}

/** The calendar entry of the session behind a link. */
export async function getReplyCalendar(
  actor: Actor,
  token: string,
): Promise<{ title: string; programme: string; vevent: string; locale: string }> {
  const invited = found(await findInvited(actor, token, "page"), "invitation");
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: invited.sessionId }, visibleTo(invited.person)] },
      select: { ...veventSelect, vevent: true, updatedAt: true, programme: { select: { shortTitle: true } } },
    }),
    "session",
  );
  return {
    title: session.title,
    programme: session.programme.shortTitle,
    // Rows that came in beside the mutations (an import) have no stored entry until they change.
    vevent: session.vevent ?? buildVevent(session, session.updatedAt),
    locale: invited.locale,
  };
}

export type InvitedPerson = {
  /** the person named by the token, with the roles of the moment: good for what an invitation is good for */
  person: Actor;
  sessionId: string;
  email: string;
  name: string;
  body: string | null;
  locale: string;
};

/**
 * Whose invitation a token is. It is nobody's once the person was taken off the session or the programme, was disabled or
 * has another address.
 */
export async function findInvited(actor: Actor, token: string, use: ReplyUse): Promise<InvitedPerson | null> {
  const row = await db.sessionInvitee.findUnique({
    where: { id: identifierOfToken(token) ?? asUuid("") },
    select: {
      id: true,
      sessionId: true,
      personId: true,
      organisation: { select: { name: true } },
      session: { select: { programmeId: true } },
      person: {
        select: {
          givenName: true,
          familyName: true,
          email: true,
          locale: true,
          disabledAt: true,
          roles: {
            where: { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
            select: { role: true, programmeId: true, organisationId: true },
          },
        },
      },
    },
  });
  if (!row || row.person.disabledAt) return null;
  const { personId, sessionId, person, session, organisation } = row;
  if (!isReplyToken(token, { id: row.id, sessionId, personId, email: person.email }, use)) return null;
  const self = personActor({ personId, assignments: person.roles }, actor.at);
  if (!canReply(self, { ...session, invitedIds: [personId] })) return null;
  return {
    person: self,
    sessionId,
    email: person.email,
    name: `${person.givenName} ${person.familyName}`,
    body: organisation?.name ?? null,
    locale: person.locale,
  };
}

const nameSelect = { select: { person: { select: { givenName: true, familyName: true } } } } as const;

async function readReplies(actor: Actor, sessionId: string): Promise<Replies> {
  const session = await db.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: {
      id: true,
      state: true,
      startsAt: true,
      endsAt: true,
      capacity: true,
      placesTaken: true,
      invitees: {
        where: { OR: [{ personId: actor.personId ?? asUuid("") }, { queueNumber: { not: null } }] },
        select: {
          personId: true,
          reply: true,
          queueNumber: true,
          substitution: { select: { substitute: nameSelect } },
          standsFor: { select: { represented: nameSelect } },
        },
      },
    },
  });
  const { capacity, placesTaken: taken, invitees } = session;
  const queue = invitees.flatMap((one) => one.queueNumber ?? []);
  const mine = invitees.find((one) => one.personId === actor.personId);
  return {
    places:
      capacity === null
        ? null
        : { capacity, left: placesLeft({ capacity, taken }) ?? 0, waiting: queue.length },
    own: mine
      ? {
          reply: mine.reply,
          isOpen: acceptsReplies(session, actor.at) && !mine.substitution,
          queuePlace: mine.queueNumber === null ? null : placeInQueue(mine.queueNumber, queue),
          representedBy: nameOf(mine.substitution?.substitute),
          standsFor: nameOf(mine.standsFor?.represented),
          overlaps: await listOverlaps(actor, session),
        }
      : null,
  };
}

function nameOf(one: { person: { givenName: string; familyName: string } } | undefined): string | null {
  return one ? `${one.person.givenName} ${one.person.familyName}` : null;
}

/** No session lasts longer than a day: keeps the search inside the index on the start. */
const longest = 86_400_000;

async function listOverlaps(
  actor: Actor,
  session: { id: string; startsAt: Date; endsAt: Date },
): Promise<OwnReply["overlaps"]> {
  return db.session.findMany({
    where: {
      AND: [
        { id: { not: session.id }, state: "CONVENED", endsAt: { gt: session.startsAt } },
        { startsAt: { lt: session.endsAt, gte: new Date(session.startsAt.getTime() - longest) } },
        { invitees: { some: { personId: actor.personId ?? asUuid(""), reply: "YES", substitution: null } } },
      ],
    },
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    take: 5,
    select: { id: true, title: true, startsAt: true, endsAt: true },
  });
}

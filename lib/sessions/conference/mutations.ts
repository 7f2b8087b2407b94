import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, ForbiddenError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { log } from "@/lib/platform/log";
import { consume } from "@/lib/platform/rate-limit";
import { logJoin } from "@/lib/sessions/conference/commands";
import { guestSecret, idOfGuestSecret } from "@/lib/sessions/conference/guest-secret";
import { meetingOf, meetingSelect } from "@/lib/sessions/conference/meeting";
import { canLeadRoom, joinRoleOf } from "@/lib/sessions/conference/policy";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import { ProviderError } from "@/lib/sessions/conference/providers/provider";
import { forgetMeetingState } from "@/lib/sessions/conference/providers/running";
import { findGuestDoor } from "@/lib/sessions/conference/queries";
import { doorOf } from "@/lib/sessions/conference/room";
import type { AnnounceGuest, EnterAsGuest, EnterRoom, OneSession } from "@/lib/sessions/conference/schema";
import { canEnterRoom, visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/** What came of pressing the button: a stay; nothing yet, or no longer; or a provider that gives no answer. */
export type Entered = { stay: string | null; isDown: boolean };

const doorSelect = {
  ...meetingSelect,
  programmeId: true,
  deputyId: true,
  mode: true,
  state: true,
  startsAt: true,
  doorsMinutes: true,
  fallbackUrl: true,
} as const;

/**
 * Goes into the room: writes the join log, makes the room ready at its provider. Before the doors open and after the end
 * nothing is written: the page that follows says which. A provider that is away is no fault of whoever comes, who may go on
 * by the fallback link: the log says so, and nothing waits for the provider's answer.
 */
export async function enterRoom(actor: Actor, input: EnterRoom): Promise<SessionPlace & Entered> {
  const session = found(
    await db.session.findFirst({
      where: { AND: [{ id: input.id }, visibleTo(actor)] },
      select: { ...doorSelect, invitees: { where: { personId: actor.personId ?? undefined }, take: 1 } },
    }),
    "session",
  );
  authorise(canEnterRoom(actor, session));
  // A visitor comes to a public session as a guest, with a name.
  const { personId } = actor;
  if (personId === null) throw new ForbiddenError("a room without a name");
  const place = { id: session.id, slug: session.programme.slug };
  const door = found(doorOf(session, actor.at), "room");
  if (door.state !== "open") return { ...place, stay: null, isDown: false };
  if (!(await isThere(session, input.way))) return { ...place, stay: null, isDown: true };
  const stay = await inTransaction((tx) =>
    logJoin(tx, actor, {
      session,
      who: { personId },
      organisationId: session.invitees[0]?.organisationId ?? null,
      role: joinRoleOf(actor, session),
      source: "AREA",
      byFallback: input.way === "fallback",
    }),
  );
  return { ...place, stay, isDown: false };
}

/** Takes the name of a guest at the door, open or not yet. @returns the secret by which the guest is known from now on */
export async function announceGuest(
  actor: Actor,
  { token, name }: AnnounceGuest,
  client: string,
): Promise<{ token: string; guest: string }> {
  await consume("guest", client);
  const id = await inTransaction(async (tx) => {
    const { session, linkId } = await findOpenDoor(tx, actor, token);
    if ((doorOf(session, actor.at)?.state ?? "over") === "over") throw new DomainError("conference.roomOver");
    const guest = await tx.sessionGuest.create({
      data: { sessionId: session.id, linkId, name, createdAt: actor.at },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "sessions.guestAnnounced",
      ...about(session),
      data: { guest: guest.id },
    });
    return guest.id;
  });
  return { token, guest: guestSecret("guest", id) };
}

/** Goes into the room as a guest who said a name; otherwise as `enterRoom`. */
export async function enterAsGuest(
  actor: Actor,
  { token, guest, way }: EnterAsGuest,
  client: string,
): Promise<{ token: string; guest: string } & Entered> {
  await consume("guest", client);
  const { session, linkId } = await findOpenDoor(db, actor, token);
  const row = found(
    await db.sessionGuest.findFirst({
      where: { id: guestIdOf(guest), sessionId: session.id, linkId },
      select: { id: true },
    }),
    "guest",
  );
  if (doorOf(session, actor.at)?.state !== "open") return { token, guest, stay: null, isDown: false };
  if (!(await isThere(session, way))) return { token, guest, stay: null, isDown: true };
  const stay = await inTransaction(async (tx) => {
    // The link may have been revoked while the provider was asked.
    await findOpenDoor(tx, actor, token);
    return logJoin(tx, actor, {
      session,
      who: { guestId: row.id },
      organisationId: null,
      role: "ATTENDEE",
      source: linkId ? "GUEST_LINK" : "PUBLIC_PAGE",
      byFallback: way === "fallback",
    });
  });
  return { token, guest, stay, isDown: false };
}

/** Makes the link by which guests come in; a session has one at a time. */
export async function makeGuestLink(actor: Actor, input: OneSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findLed(tx, actor, { id: input.id });
    const door = doorOf(session, actor.at);
    if (!door || door.state === "over") throw new DomainError("conference.roomOver");
    const link = await tx.sessionGuestLink.createMany({
      data: [{ sessionId: session.id, createdAt: actor.at }],
      skipDuplicates: true,
    });
    if (link.count > 0) await recordEvent(tx, actor, { kind: "sessions.guestLinkMade", ...about(session) });
    return placeOf(session);
  });
}

/** Takes the guest link back: whoever follows it is not let in any more; those who are in stay. */
export async function revokeGuestLink(actor: Actor, input: { id: string }): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findLed(tx, actor, { guestLinks: { some: { id: input.id } } });
    const { count } = await tx.sessionGuestLink.updateMany({
      where: { id: input.id, revokedAt: null },
      data: { revokedAt: actor.at },
    });
    if (count > 0) await recordEvent(tx, actor, { kind: "sessions.guestLinkRevoked", ...about(session) });
    return placeOf(session);
  });
}

/** Ends the meeting at its provider for everybody, and with it the stays that were still open. */
export async function endMeeting(actor: Actor, input: OneSession): Promise<SessionPlace> {
  const { provider, roomKey } = await findLed(db, actor, { id: input.id });
  const meetings = provider === "BIGBLUEBUTTON" ? serviceOf(provider).meetings : null;
  if (!meetings) throw new DomainError("conference.meetingNotOurs");
  try {
    await meetings.end(roomKey);
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn({ err: error, provider }, "meeting could not be ended");
    throw new DomainError("conference.providerDown");
  } finally {
    forgetMeetingState(roomKey);
  }
  return inTransaction(async (tx) => {
    const session = await findLed(tx, actor, { id: input.id });
    await tx.sessionJoin.updateMany({
      where: { sessionId: session.id, leftAt: null, byFallback: false },
      data: { leftAt: actor.at },
    });
    await recordEvent(tx, actor, { kind: "sessions.meetingEnded", ...about(session) });
    return placeOf(session);
  });
}

type Meeting = Parameters<typeof meetingOf>[0];

async function isThere(session: Meeting & { fallbackUrl: string | null }, way: EnterRoom["way"]) {
  if (way === "fallback") return Boolean(found(session.fallbackUrl, "fallback link"));
  return isReady(session);
}

/** Whether the provider has the room ready; why not stands in the log of the portal. */
async function isReady(session: Meeting): Promise<boolean> {
  try {
    await serviceOf(session.provider).open(meetingOf(session));
    return true;
  } catch (error) {
    if (!(error instanceof ProviderError)) throw error;
    log.warn({ err: error, provider: session.provider }, "room not ready");
    return false;
  } finally {
    forgetMeetingState(session.roomKey);
  }
}

async function findOpenDoor(from: Tx, actor: Actor, token: string) {
  const door = await findGuestDoor(actor, token, from);
  if (door?.state !== "known") throw new NotFoundError("guest link");
  return door;
}

function guestIdOf(secret: string): string {
  return found(idOfGuestSecret("guest", secret), "guest");
}

async function findLed(from: Tx, actor: Actor, which: { id: string } | { guestLinks: object }) {
  const session = found(
    await from.session.findFirst({ where: { AND: [which, visibleTo(actor)] }, select: doorSelect }),
    "session",
  );
  authorise(canLeadRoom(actor, session));
  return session;
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db, type Tx } from "@/lib/platform/db";
import type { ConferenceProvider, JoinRole, JoinSource } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { guestSecret, idOfGuestSecret } from "@/lib/sessions/conference/guest-secret";
import { meetingOf, meetingSelect } from "@/lib/sessions/conference/meeting";
import { canLeadRoom } from "@/lib/sessions/conference/policy";
import { serviceOf } from "@/lib/sessions/conference/providers/configured";
import { type Participant, ProviderError } from "@/lib/sessions/conference/providers/provider";
import { type MeetingState, meetingState } from "@/lib/sessions/conference/providers/running";
import { type Door, doorOf, roomSelect } from "@/lib/sessions/conference/room";
import { asUuid } from "@/lib/sessions/identifier";
import { canRunPoints } from "@/lib/sessions/live/policy";
import { isLiveDay } from "@/lib/sessions/live/window";
import { canEnterRoom, onReservedPage, type Run, visibleTo } from "@/lib/sessions/policy";

/** What to do when the provider gives no answer. */
export type Fallback = { url: string | null; phone: string | null; place: string | null };

export type RoomView = {
  session: { id: string; title: string; startsAt: Date; endsAt: Date; slug: string };
  door: Door;
  isRecorded: boolean;
  /** where the browser moves on to, for somebody who has just gone in */
  address: string | null;
  fallback: Fallback;
};

export type Present = {
  id: string;
  name: string;
  body: string | null;
  role: JoinRole;
  source: JoinSource;
  byFallback: boolean;
  joinedAt: Date;
  leftAt: Date | null;
};

/** What they alone see of a room who manage the session. */
export type RoomLead = {
  provider: ConferenceProvider;
  /** null: the provider tells nothing of its rooms */
  meeting: MeetingState | null;
  /** the open guest link and the secret of its address */
  guestLink: { id: string; token: string } | null;
  joins: Present[];
};

const doorSelect = {
  ...meetingSelect,
  ...roomSelect,
  programmeId: true,
  deputyId: true,
  mode: true,
  state: true,
  startsAt: true,
  place: true,
} as const;

/** The room of a session for a member: whether its doors are open, where to go on to, and for who leads it the rest. */
export async function getRoom(
  actor: Actor,
  where: { slug: string; id: string; stay?: string },
): Promise<RoomView & { lead: RoomLead | null; runsLive: boolean }> {
  const row = found(
    await db.session.findFirst({
      where: onReservedPage(actor, where),
      select: doorSelect,
    }),
    "session",
  );
  authorise(canEnterRoom(actor, row));
  const stay = where.stay && actor.personId ? await findStay(actor, row.id, where.stay) : null;
  const view = await viewOf(actor, row, stay);
  return {
    ...view,
    lead: canLeadRoom(actor, row) ? await leadOf(actor, row) : null,
    runsLive: isLiveDay(row, actor.at) && canRunPoints(actor, row),
  };
}

/** A guest's door, by the secret of a link, or by the identifier of a session that is open to all. */
export type GuestDoor = { state: "revoked" } | { state: "known"; session: DoorRow; linkId: string | null };

/** The door that a guest stands before; null when there never was such a one. */
export async function findGuestDoor(actor: Actor, token: string, from: Tx = db): Promise<GuestDoor | null> {
  const linkId = idOfGuestSecret("guest link", token);
  if (!linkId) return findPublicDoor(actor, token, from);
  const link = await from.sessionGuestLink.findUnique({
    where: { id: linkId },
    select: { revokedAt: true, session: { select: doorSelect } },
  });
  if (!link) return null;
  return link.revokedAt ? { state: "revoked" } : { state: "known", session: link.session, linkId };
}

export type GuestView =
  | { state: "revoked" }
  | { state: "cancelled" }
  | ({ state: "known"; name: string | null; programme: string } & RoomView);

/** The room as a guest sees it, once a name was said and once inside. */
export async function findGuestRoom(
  actor: Actor,
  { token, guest, stay }: { token: string; guest?: string; stay?: string },
): Promise<GuestView | null> {
  const door = await findGuestDoor(actor, token);
  if (door?.state !== "known") return door;
  const guestId = guest && idOfGuestSecret("guest", guest);
  const known = guestId
    ? await db.sessionGuest.findFirst({
        where: { id: guestId, sessionId: door.session.id, linkId: door.linkId },
        select: {
          name: true,
          joins: {
            where: { id: asUuid(stay ?? ""), leftAt: null },
            select: { id: true, byFallback: true },
          },
        },
      })
    : null;
  if (!doorOf(door.session, actor.at)) return { state: "cancelled" };
  const inside = known?.joins[0];
  const own = inside && known ? { ...inside, name: known.name, isModerator: false } : null;
  const view = await viewOf(actor, door.session, own);
  const programme = await db.programme.findUniqueOrThrow({
    where: { id: door.session.programmeId },
    select: { shortTitle: true },
  });
  return { state: "known", name: known?.name ?? null, programme: programme.shortTitle, ...view };
}

type DoorRow = Parameters<typeof meetingOf>[0] &
  Parameters<typeof doorOf>[0] &
  Run & {
    fallbackUrl: string | null;
    fallbackPhone: string | null;
    place: string | null;
  };

async function findPublicDoor(actor: Actor, id: string, from: Tx): Promise<GuestDoor | null> {
  if (asUuid(id) !== id) return null;
  const session = await from.session.findFirst({
    where: { AND: [{ id, audience: "PUBLIC" }, visibleTo(actor)] },
    select: doorSelect,
  });
  return session && { state: "known", session, linkId: null };
}

type OwnStay = Participant & { byFallback: boolean };

/** A stay of the actor's own that has not ended. */
async function findStay(actor: Actor, sessionId: string, id: string): Promise<OwnStay | null> {
  const row = await db.sessionJoin.findFirst({
    where: { id: asUuid(id), sessionId, personId: actor.personId ?? asUuid(""), leftAt: null },
    select: {
      id: true,
      role: true,
      byFallback: true,
      person: { select: { givenName: true, familyName: true } },
    },
  });
  if (!row?.person) return null;
  const { givenName, familyName } = row.person;
  const { id: own, byFallback } = row;
  return { id: own, byFallback, name: `${givenName} ${familyName}`, isModerator: row.role === "MODERATOR" };
}

async function viewOf(actor: Actor, row: DoorRow, stay: OwnStay | null): Promise<RoomView> {
  const door = found(doorOf(row, actor.at), "room");
  const { id, title, startsAt, endsAt, programme } = row;
  return {
    session: { id, title, startsAt, endsAt, slug: programme.slug },
    door,
    isRecorded: row.isRecorded,
    address: stay && door.state === "open" ? await addressFor(actor, row, stay) : null,
    fallback: { url: row.fallbackUrl, phone: row.fallbackPhone, place: row.place },
  };
}

/** Null when the settings of the provider, or the link, were taken away a moment ago. */
async function addressFor(
  actor: Actor,
  row: DoorRow,
  { byFallback, ...participant }: OwnStay,
): Promise<string | null> {
  if (byFallback) return row.fallbackUrl;
  try {
    return await serviceOf(row.provider).addressFor(meetingOf(row), participant, actor.at);
  } catch (error) {
    if (error instanceof ProviderError) return null;
    throw error;
  }
}

async function leadOf(actor: Actor, row: DoorRow): Promise<RoomLead> {
  const isOpen = doorOf(row, actor.at)?.state === "open";
  const [meeting, link, joins] = await Promise.all([
    isOpen ? meetingState(row, actor.at) : null,
    db.sessionGuestLink.findFirst({
      where: { sessionId: row.id, revokedAt: null },
      select: { id: true },
    }),
    listJoins(actor, row.id),
  ]);
  return {
    provider: row.provider,
    meeting,
    guestLink: link && { id: link.id, token: guestSecret("guest link", link.id) },
    joins,
  };
}

/** Who went in, latest first. The caller has seen that the actor may know. */
async function listJoins(_actor: Actor, sessionId: string): Promise<Present[]> {
  const rows = await db.sessionJoin.findMany({
    where: { sessionId },
    orderBy: [{ joinedAt: "desc" }, { id: "desc" }],
    take: 300,
    select: {
      id: true,
      role: true,
      source: true,
      byFallback: true,
      joinedAt: true,
      leftAt: true,
      person: { select: { givenName: true, familyName: true } },
      guest: { select: { name: true } },
      organisation: { select: { shortName: true } },
    },
  });
  return rows.map(({ person, guest, organisation, ...row }) => ({
    ...row,
    name: person ? `${person.givenName} ${person.familyName}` : (guest?.name ?? ""),
    body: organisation?.shortName ?? null,
  }));
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { Reply } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { workedOnBy } from "@/lib/programmes/policy";
import { asUuid } from "@/lib/sessions/identifier";
import {
  acceptsReplies,
  isRoomOpen,
  movesFrom,
  roomOpensAt,
  type SessionMove,
  type SessionPhase,
  sessionPhase,
} from "@/lib/sessions/lifecycle";
import { type MinutesRow, type MinutesText, minutesSelect, textOf } from "@/lib/sessions/minutes/minutes-row";
import { canReadText } from "@/lib/sessions/minutes/policy";
import { canEnterRoom, canManage, canSeePeople, canWriteMinutes, visibleTo } from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type SessionView = SessionRow & {
  description: string;
  version: number;
  isFree: boolean;
  host: { name: string; slug: string } | null;
  phaseTitle: string | null;
  cancelReason: string | null;
  reopenReason: string | null;
  agenda: { position: number; title: string; minutes: number | null; owner: string | null }[];
  outcomes: { id: string; title: string }[];
  /** as far as the reader may read them */
  minutes: MinutesText | null;
  /** state with *running* and *held* read from the clock */
  phase: SessionPhase;
  /** the link of the room, only while it is open and the actor may enter */
  roomUrl: string | null;
  roomOpensAt: Date | null;
  hasRoom: boolean;
};

export type Guest = {
  personId: string;
  name: string;
  body: string | null;
  reply: Reply | null;
  present: boolean | null;
  absenceReason: string | null;
};

export type MemberSessionView = SessionView & {
  /** by body, then by name */
  guests: Guest[];
  myReply: { reply: Reply | null; isOpen: boolean } | null;
  moves: SessionMove[];
  may: { manage: boolean; readMinutes: boolean };
  history: { id: string; kind: string; who: string | null; at: Date; data: Record<string, unknown> }[];
};

/** A session as a visitor, or whoever sees it, reads it. */
export async function getOpenSession(actor: Actor, slug: string, id: string): Promise<SessionView> {
  const row = await db.session.findFirst({
    where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
    select: viewSelect,
  });
  return viewOf(actor, found(row, "session"));
}

/** A session with its people, replies, attendance and history, for the members of its programme. */
export async function getSession(actor: Actor, slug: string, id: string): Promise<MemberSessionView> {
  const row = found(
    await db.session.findFirst({
      where: {
        AND: [{ id: asUuid(id), programme: { AND: [{ slug }, workedOnBy(actor)] } }, visibleTo(actor)],
      },
      select: { ...viewSelect, invitees: { select: guestSelect } },
    }),
    "session",
  );
  const view = viewOf(actor, row);
  const scope = { programmeId: row.programme.id };
  const own = row.invitees.find((one) => one.personId === actor.personId);
  const seesPeople = canSeePeople(actor, scope);
  return {
    ...view,
    guests: seesPeople ? guestsOf(row) : [],
    myReply: own ? { reply: own.reply, isOpen: acceptsReplies(row, actor.at) } : null,
    moves: movesFrom(row.state),
    may: {
      manage: canManage(actor, scope),
      readMinutes: view.minutes !== null || canWriteMinutes(actor, scope),
    },
    history: seesPeople ? await listHistory(actor, row.id) : [],
  };
}

/** The same for the pages of acts that are the manager's alone: cancelling, reopening. */
export async function getManagedSession(actor: Actor, slug: string, id: string): Promise<MemberSessionView> {
  const session = await getSession(actor, slug, id);
  authorise(session.may.manage);
  return session;
}

/** The last hundred acts on a session, newest first. Single replies are left out: the list of people shows them. */
async function listHistory(_actor: Actor, sessionId: string): Promise<MemberSessionView["history"]> {
  const events = await db.event.findMany({
    where: { subjectKind: "session", subjectId: sessionId, kind: { not: "sessions.replied" } },
    orderBy: { seq: "desc" },
    take: 100,
    select: { id: true, kind: true, actorId: true, occurredAt: true, data: true },
  });
  const people = await db.person.findMany({
    where: { id: { in: events.flatMap((event) => event.actorId ?? []) } },
    select: { id: true, givenName: true, familyName: true },
  });
  const names = new Map(people.map((one) => [one.id, fullName(one)]));
  return events.map(({ id, kind, actorId, occurredAt, data }) => ({
    id,
    kind,
    who: actorId ? (names.get(actorId) ?? null) : null,
    at: occurredAt,
    data: data as Record<string, unknown>,
  }));
}

const attendanceSelect = { personId: true, present: true, absenceReason: true } as const;

const viewSelect = {
  ...rowSelect,
  description: true,
  version: true,
  url: true,
  isFree: true,
  cancelReason: true,
  reopenReason: true,
  host: { select: { name: true, slug: true } },
  phase: { select: { title: true } },
  agenda: {
    orderBy: { position: "asc" },
    select: { position: true, title: true, minutes: true, owner: true },
  },
  outcomes: {
    where: { publishedAt: { not: null } },
    orderBy: { publishedAt: "asc" },
    select: { id: true, title: true },
  },
  minutes: { select: minutesSelect },
  attendance: { select: attendanceSelect },
} as const;

const guestSelect = {
  personId: true,
  reply: true,
  person: { select: { givenName: true, familyName: true } },
  organisation: { select: { shortName: true } },
} as const;

type ViewRow = Omit<
  SessionView,
  "phase" | "phaseTitle" | "roomUrl" | "roomOpensAt" | "hasRoom" | "minutes"
> & {
  url: string | null;
  phase: { title: string } | null;
  minutes: MinutesRow | null;
  attendance: People["attendance"];
};

function viewOf(actor: Actor, { url, phase, minutes, attendance, ...row }: ViewRow): SessionView {
  const scope = { programmeId: row.programme.id, audience: row.audience };
  const mayEnter = canEnterRoom(actor, scope);
  const attendedIds = attendance.flatMap((one) => (one.present ? [one.personId] : []));
  const mayRead = minutes && canReadText(actor, { ...scope, attendedIds, minutesState: minutes.state });
  return {
    ...row,
    minutes: mayRead ? textOf(minutes, { withPeople: canSeePeople(actor, scope) }) : null,
    phaseTitle: phase?.title ?? null,
    phase: sessionPhase(row, actor.at),
    hasRoom: mayEnter && url !== null && row.mode !== "IN_PERSON",
    roomUrl: mayEnter && isRoomOpen(row, actor.at) && row.mode !== "IN_PERSON" ? url : null,
    roomOpensAt: row.state === "CONVENED" && row.endsAt > actor.at ? roomOpensAt(row) : null,
  };
}

type People = {
  invitees: {
    personId: string;
    reply: Reply | null;
    person: { givenName: string; familyName: string };
    organisation: { shortName: string } | null;
  }[];
  attendance: { personId: string; present: boolean; absenceReason: string | null }[];
};

function guestsOf({ invitees, attendance }: People): Guest[] {
  const known = new Map(attendance.map((one) => [one.personId, one]));
  return invitees
    .map(({ personId, reply, person, organisation }) => ({
      personId,
      name: fullName(person),
      body: organisation?.shortName ?? null,
      reply,
      present: known.get(personId)?.present ?? null,
      absenceReason: known.get(personId)?.absenceReason ?? null,
    }))
    .toSorted(
      (a, b) => (a.body ?? "").localeCompare(b.body ?? "", "it") || a.name.localeCompare(b.name, "it"),
    );
}

function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

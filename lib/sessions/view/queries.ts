import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { AbsenceKind, ConferenceProvider, Reply } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { type Door, doorOf } from "@/lib/sessions/conference/room";
import { asUuid } from "@/lib/sessions/identifier";
import { movesFrom, type SessionMove, type SessionPhase, sessionPhase } from "@/lib/sessions/lifecycle";
import { spentOn } from "@/lib/sessions/live/pace";
import { canRunPoints } from "@/lib/sessions/live/policy";
import { countedUntil, isLiveDay } from "@/lib/sessions/live/window";
import { type MinutesRow, type MinutesText, minutesSelect, textOf } from "@/lib/sessions/minutes/minutes-row";
import { canReadText } from "@/lib/sessions/minutes/policy";
import {
  canEnterRoom,
  canManage,
  canSeePeople,
  canWriteMinutes,
  onReservedPage,
  visibleTo,
} from "@/lib/sessions/policy";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type SessionView = SessionRow & {
  description: string;
  version: number;
  isFree: boolean;
  host: { name: string; slug: string } | null;
  phaseTitle: string | null;
  cancelReason: string | null;
  reopenReason: string | null;
  agenda: { id: string; position: number; title: string; minutes: number | null; owner: string | null }[];
  outcomes: { id: string; title: string }[];
  /** as far as the reader may read them */
  minutes: MinutesText | null;
  /** state with *running* and *held* read from the clock */
  phase: SessionPhase;
  /** the doors of the room, for who may come in by the portal */
  door: Door | null;
};

export type Guest = {
  personId: string;
  name: string;
  body: string | null;
  reply: Reply | null;
  /** a yes beyond the capacity */
  waits: boolean;
  representedBy: string | null;
  present: boolean | null;
  absenceKind: AbsenceKind | null;
  absenceReason: string | null;
};

export type MemberSessionView = SessionView & {
  /** by body, then by name */
  guests: Guest[];
  /** who runs it in the coordinator's place */
  deputy: string | null;
  moves: SessionMove[];
  may: { manage: boolean; readMinutes: boolean };
  /** on the day of the session: whether its page "under way" is to be run or followed */
  live: "run" | "follow" | null;
  /** minutes that each point of the agenda took, once the session's day is over; null where none was started */
  spent: (number | null)[] | null;
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
      where: onReservedPage(actor, { slug, id }),
      select: {
        ...viewSelect,
        deputy: { select: nameSelect },
        invitees: { select: guestSelect },
        runs: { select: { agendaItemId: true, startedAt: true, endedAt: true } },
      },
    }),
    "session",
  );
  const { runs, ...session } = row;
  const view = viewOf(actor, session);
  const scope = { programmeId: row.programme.id, deputyId: row.deputyId };
  const isLive = isLiveDay(row, actor.at);
  const live = canRunPoints(actor, scope) ? "run" : "follow";
  const seesPeople = canSeePeople(actor, scope);
  return {
    ...view,
    guests: seesPeople ? guestsOf(row) : [],
    deputy: seesPeople && row.deputy ? fullName(row.deputy) : null,
    moves: movesFrom(row.state),
    may: {
      manage: canManage(actor, scope),
      readMinutes: view.minutes !== null || canWriteMinutes(actor, scope),
    },
    live: isLive ? live : null,
    spent:
      runs.length > 0 && !isLive
        ? row.agenda.map(({ id: point }) => spentOn(point, runs, countedUntil(row, actor.at)))
        : null,
    history: seesPeople ? await listHistory(actor, row.id) : [],
  };
}

/** The same for the pages of acts that are the manager's alone: cancelling, reopening. */
export async function getManagedSession(actor: Actor, slug: string, id: string): Promise<MemberSessionView> {
  const session = await getSession(actor, slug, id);
  authorise(session.may.manage);
  return session;
}

/** What single people did, which other lists show. */
const unlisted = [
  "sessions.replied",
  "sessions.joined",
  "sessions.guestAnnounced",
  "sessions.pointStarted",
  "sessions.pointEnded",
  "sessions.presenceTicked",
];

/** The last hundred acts on a session, newest first. */
async function listHistory(_actor: Actor, sessionId: string): Promise<MemberSessionView["history"]> {
  const events = await db.event.findMany({
    where: { subjectKind: "session", subjectId: sessionId, kind: { notIn: unlisted } },
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

const attendanceSelect = { personId: true, present: true, absenceKind: true, absenceReason: true } as const;

const viewSelect = {
  ...rowSelect,
  description: true,
  version: true,
  url: true,
  provider: true,
  doorsMinutes: true,
  deputyId: true,
  isFree: true,
  cancelReason: true,
  reopenReason: true,
  host: { select: { name: true, slug: true } },
  phase: { select: { title: true } },
  agenda: {
    orderBy: { position: "asc" },
    select: { id: true, position: true, title: true, minutes: true, owner: true },
  },
  outcomes: {
    where: { publishedAt: { not: null } },
    orderBy: { publishedAt: "asc" },
    select: { id: true, title: true },
  },
  minutes: { select: minutesSelect },
  attendance: { select: attendanceSelect },
} as const;

const nameSelect = { givenName: true, familyName: true } as const;

const guestSelect = {
  personId: true,
  reply: true,
  queueNumber: true,
  person: { select: nameSelect },
  substitution: { select: { substitute: { select: { person: { select: nameSelect } } } } },
  organisation: { select: { shortName: true } },
} as const;

type ViewRow = Omit<SessionView, "phase" | "phaseTitle" | "door" | "minutes"> & {
  url: string | null;
  provider: ConferenceProvider;
  doorsMinutes: number;
  deputyId: string | null;
  phase: { title: string } | null;
  minutes: MinutesRow | null;
  attendance: People["attendance"];
};

function viewOf(
  actor: Actor,
  { url, provider, doorsMinutes, phase, minutes, attendance, deputyId, ...row }: ViewRow,
): SessionView {
  const scope = { programmeId: row.programme.id, audience: row.audience, deputyId };
  const attendedIds = attendance.flatMap((one) => (one.present ? [one.personId] : []));
  const mayRead = minutes && canReadText(actor, { ...scope, attendedIds, minutesState: minutes.state });
  return {
    ...row,
    minutes: mayRead ? textOf(minutes, { withPeople: canSeePeople(actor, scope) }) : null,
    phaseTitle: phase?.title ?? null,
    phase: sessionPhase(row, actor.at),
    door: canEnterRoom(actor, scope) ? doorOf({ ...row, url, provider, doorsMinutes }, actor.at) : null,
  };
}

type People = {
  invitees: {
    personId: string;
    reply: Reply | null;
    queueNumber: number | null;
    person: { givenName: string; familyName: string };
    substitution: { substitute: { person: { givenName: string; familyName: string } } } | null;
    organisation: { shortName: string } | null;
  }[];
  attendance: ({ personId: string; present: boolean } & Pick<Guest, "absenceKind" | "absenceReason">)[];
};

function guestsOf({ invitees, attendance }: People): Guest[] {
  const known = new Map(attendance.map((one) => [one.personId, one]));
  return invitees
    .map(({ personId, reply, queueNumber, person, organisation, substitution }) => ({
      personId,
      name: fullName(person),
      body: organisation?.shortName ?? null,
      reply,
      waits: queueNumber !== null,
      representedBy: substitution ? fullName(substitution.substitute.person) : null,
      present: known.get(personId)?.present ?? null,
      absenceKind: known.get(personId)?.absenceKind ?? null,
      absenceReason: known.get(personId)?.absenceReason ?? null,
    }))
    .toSorted(
      (a, b) => (a.body ?? "").localeCompare(b.body ?? "", "it") || a.name.localeCompare(b.name, "it"),
    );
}

function fullName(person: { givenName: string; familyName: string }): string {
  return `${person.givenName} ${person.familyName}`;
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import type { ConferenceProvider, SessionState } from "@/lib/platform/db/generated/enums";
import { authorise, found } from "@/lib/platform/errors";
import { romeDay, romeTime } from "@/lib/platform/rome-time";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { conferenceValues, configuredProviders, lacksRoom } from "@/lib/sessions/conference/room";
import { findConvened, presentStates } from "@/lib/sessions/convocation";
import { asUuid } from "@/lib/sessions/identifier";
import { type Clash, findClashes, findOverlaps, type Overlap } from "@/lib/sessions/planning/commands";
import { canManage, canSchedule, visibleTo } from "@/lib/sessions/policy";
import type { ProgrammeHead } from "@/lib/sessions/queries";
import { agendaMinutes, lengthInMinutes } from "@/lib/sessions/schedule-checks";
import { rowSelect, type SessionRow } from "@/lib/sessions/session-row";

export type Choice = { id: string; name: string };

/** What the form offers to choose from. */
export type PlanningOptions = {
  programme: ProgrammeHead;
  bodies: Choice[];
  hosts: Choice[];
  phases: Choice[];
  /** by which a webconference may be held */
  providers: ConferenceProvider[];
  /** the next number by kind: two assistance sessions are there, so 3 */
  nextOrdinals: Record<string, number>;
};

/** The choices of the form for a new session. */
export async function getPlanning(actor: Actor, slug: string): Promise<PlanningOptions> {
  const planning = await readPlanning(actor, slug);
  authorise(canSchedule(actor, { programmeId: planning.programme.id }));
  return planning;
}

async function readPlanning(actor: Actor, slug: string): Promise<PlanningOptions> {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: {
        id: true,
        slug: true,
        title: true,
        shortTitle: true,
        promoter: { select: { id: true, name: true } },
        phases: { orderBy: { position: "asc" }, select: { id: true, title: true } },
        enrolments: {
          where: { state: { in: [...presentStates] } },
          orderBy: { organisation: { name: "asc" } },
          select: { organisation: { select: { id: true, name: true } } },
        },
      },
    }),
    "programme",
  );
  const { promoter, phases, enrolments, ...head } = programme;
  const bodies = enrolments.map((one) => one.organisation);
  const kinds = await db.session.groupBy({
    by: ["kind"],
    where: { programmeId: head.id, state: { not: "CANCELLED" } },
    _max: { ordinal: true },
  });
  return {
    programme: head,
    bodies,
    hosts: bodies.some((one) => one.id === promoter.id) ? bodies : [promoter, ...bodies],
    phases: phases.map(({ id, title }) => ({ id, name: title })),
    providers: configuredProviders(),
    nextOrdinals: Object.fromEntries(kinds.map((one) => [one.kind, (one._max.ordinal ?? 0) + 1])),
  };
}

/** A session as its form shows it. */
export type SessionDraft = {
  id: string;
  version: number;
  state: SessionState;
  /** belongs to a series, and begins no other */
  isInSeries: boolean;
  startsAt: Date;
  fields: Record<string, string>;
  bodies: string[];
  agenda: { id: string; title: string; owner: string | null; minutes: number | null }[];
};

/** A session with what its form needs, for who may change it. */
export async function getSessionDraft(
  actor: Actor,
  slug: string,
  id: string,
): Promise<{ draft: SessionDraft; planning: PlanningOptions }> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      include: {
        bodies: { select: { organisationId: true } },
        agenda: {
          orderBy: { position: "asc" },
          select: { id: true, title: true, owner: true, minutes: true },
        },
      },
    }),
    "session",
  );
  authorise(canManage(actor, row));
  const draft = {
    id: row.id,
    version: row.version,
    state: row.state,
    isInSeries: row.seriesId !== null,
    startsAt: row.startsAt,
    bodies: row.bodies.map((one) => one.organisationId),
    agenda: row.agenda,
    fields: {
      kind: row.kind,
      ordinal: String(row.ordinal ?? ""),
      title: row.title,
      description: row.description,
      date: romeDay(row.startsAt),
      start: romeTime(row.startsAt),
      end: romeTime(row.endsAt),
      mode: row.mode,
      ...conferenceValues(row),
      place: row.place ?? "",
      announcedMinutes: String(row.announcedMinutes ?? ""),
      announcedNote: row.announcedNote ?? "",
      isFree: row.isFree ? "on" : "",
      audience: row.audience,
      capacity: String(row.capacity ?? ""),
      phase: row.phaseId ?? "",
      host: row.hostId ?? "",
      convened: row.allBodies ? "all" : "some",
    },
  };
  return { draft, planning: await readPlanning(actor, slug) };
}

export type ConveningReview = {
  session: SessionRow & {
    version: number;
    capacity: number | null;
    points: number;
    agendaMinutes: number;
    lengthMinutes: number;
  };
  /** who will get a mail, by body; null = experts and coordinators */
  groups: { body: string | null; people: string[] }[];
  /** bodies of the session without anybody to write to */
  emptyBodies: string[];
  /** people with another session at that time */
  conflicts: Clash[];
  /** other sessions of the programme at that time */
  overlaps: Overlap[];
  missing: ("link" | "place")[];
  isPast: boolean;
};

/** What convening a session will do, before it is done. */
export async function getConveningReview(actor: Actor, slug: string, id: string): Promise<ConveningReview> {
  const row = found(
    await db.session.findFirst({
      where: { AND: [{ id: asUuid(id), programme: { slug } }, visibleTo(actor)] },
      select: {
        ...rowSelect,
        version: true,
        deputyId: true,
        capacity: true,
        url: true,
        provider: true,
        allBodies: true,
        bodies: { select: { organisationId: true } },
        agenda: { select: { minutes: true } },
      },
    }),
    "session",
  );
  const { url, provider, allBodies, bodies, agenda, deputyId, ...session } = row;
  authorise(canManage(actor, { programmeId: row.programme.id, deputyId }));
  const bodyIds = bodies.map((one) => one.organisationId);
  const circle = { programmeId: row.programme.id, allBodies, bodyIds };
  const convened = await findConvened(db, circle, actor.at);
  const [people, organisations, conflicts, overlaps] = await Promise.all([
    db.person.findMany({
      where: { id: { in: convened.map((one) => one.personId) } },
      select: { id: true, givenName: true, familyName: true },
    }),
    db.organisation.findMany({
      where: {
        enrolments: { some: { programmeId: row.programme.id, state: { in: [...presentStates] } } },
        ...(allBodies ? {} : { id: { in: bodyIds } }),
      },
      orderBy: { name: "asc" },
      select: { id: true, name: true },
    }),
    findClashes(
      db,
      actor,
      row,
      convened.map((one) => one.personId),
    ),
    findOverlaps(db, actor, { ...row, programmeId: row.programme.id }),
  ]);
  const names = new Map(people.map((one) => [one.id, `${one.givenName} ${one.familyName}`]));
  const namesFor = (organisationId: string | null) =>
    convened
      .filter((one) => one.organisationId === organisationId)
      .flatMap((one) => names.get(one.personId) ?? [])
      .toSorted((a, b) => a.localeCompare(b, "it"));
  const groups = [
    { body: null, people: namesFor(null) },
    ...organisations.map((one) => ({ body: one.name, people: namesFor(one.id) })),
  ];
  return {
    session: {
      ...session,
      points: agenda.length,
      agendaMinutes: agendaMinutes(agenda),
      lengthMinutes: lengthInMinutes(row.startsAt, row.endsAt),
    },
    groups: groups.filter((one) => one.people.length > 0),
    emptyBodies: groups.flatMap((one) => (one.body !== null && one.people.length === 0 ? [one.body] : [])),
    conflicts,
    overlaps,
    missing: [
      ...(lacksRoom({ ...row, url, provider }) ? (["link"] as const) : []),
      ...(row.mode !== "WEBCONFERENCE" && !row.place ? (["place"] as const) : []),
    ],
    isPast: row.startsAt <= actor.at,
  };
}

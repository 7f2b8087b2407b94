import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { romeDay, romeInstant } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import { addWorkingDays } from "@/lib/platform/working-days";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import { writeAgenda } from "@/lib/sessions/agenda/commands";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { changedParts, changesCalendar, type SessionPart } from "@/lib/sessions/changes";
import { conferenceColumns, lacksRoom } from "@/lib/sessions/conference/room";
import { presentStates } from "@/lib/sessions/convocation";
import { renewInvitees } from "@/lib/sessions/invitees";
import { nextState } from "@/lib/sessions/lifecycle";
import { endWithSession } from "@/lib/sessions/live/commands";
import { assertTimeIsFree } from "@/lib/sessions/planning/commands";
import { canManage, canSchedule, visibleTo } from "@/lib/sessions/policy";
import { planReminders } from "@/lib/sessions/reminders/commands";
import { fillPlaces, lockSession } from "@/lib/sessions/replies/commands";
import type {
  CancelSession,
  ChangeSession,
  ScheduleSession,
  SessionFields,
  VersionedSession,
} from "@/lib/sessions/schema";

/** Where a page goes on after a change. */
export type SessionPlace = { id: string; slug: string };

/** Puts a session into the programme's schedule as a draft that nobody else is told of. */
export async function scheduleSession(actor: Actor, input: ScheduleSession): Promise<SessionPlace> {
  if (input.intent === "addPoint") throw new DomainError("sessions.pointAdded");
  return inTransaction(async (tx) => {
    const programme = found(
      await tx.programme.findFirst({
        where: { AND: [{ slug: input.programme }, programmeVisibleTo(actor)] },
        select: { id: true, slug: true },
      }),
      "programme",
    );
    authorise(canSchedule(actor, { programmeId: programme.id }));
    const row = { ...(await columns(tx, programme.id, input)), id: input.id, programmeId: programme.id };
    const { count } = await tx.session.createMany({
      data: [{ ...row, createdAt: actor.at, updatedAt: actor.at }],
      skipDuplicates: true,
    });
    if (count === 0) {
      await assertSentTwice(tx, row);
      return { id: input.id, slug: programme.slug };
    }
    await writeParts(tx, actor, input.id, input);
    await assertTimeIsFree(tx, actor, { ...input, isMoved: true });
    await writeCalendarEntry(tx, input.id, actor.at);
    await recordEvent(tx, actor, {
      kind: "sessions.scheduled",
      subject: { kind: "session", id: input.id },
      programmeId: programme.id,
    });
    return { id: input.id, slug: programme.slug };
  });
}

/**
 * Changes a draft or a convened session. For a convened one what its calendar entry says raises the entry's number, and
 * people who come in or drop out with a change of bodies are named by the event.
 */
export async function changeSession(actor: Actor, input: ChangeSession): Promise<SessionPlace> {
  if (input.intent === "addPoint") throw new DomainError("sessions.pointAdded");
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const place = { id: session.id, slug: session.programme.slug };
    if (session.state !== "DRAFT" && session.state !== "CONVENED") {
      throw new DomainError("sessions.locked", { state: session.state });
    }
    const row = await columns(tx, session.programmeId, input);
    await assertPlaces(tx, actor, session.id, row.capacity);
    const changed = changedParts(session, { ...row, agenda: input.agenda, bodies: bodyIds(input) });
    const convened = session.state === "CONVENED";
    if (convened && changed.includes("time")) assertToCome(actor, row.startsAt);
    const raised = convened && changesCalendar(changed);
    if (changed.length === 0 && session.version === input.version) return place;
    const { count } = await tx.session.updateMany({
      where: { id: session.id, version: input.version, state: session.state },
      data: {
        ...row,
        version: { increment: 1 },
        sequence: { increment: raised ? 1 : 0 },
        updatedAt: actor.at,
      },
    });
    await assertUnchanged(tx, count, { kind: "session", id: session.id });
    await writeParts(tx, actor, session.id, input);
    const isMoved = changed.includes("time");
    if (isMoved || changed.includes("bodies")) await assertTimeIsFree(tx, actor, { ...input, isMoved });
    await endIfMoved(tx, actor, session, changed);
    await writeCalendarEntry(tx, session.id, actor.at);
    const people = convened ? await renewConvened(tx, actor, { ...row, id: session.id }, changed) : {};
    await recordEvent(tx, actor, {
      kind: "sessions.changed",
      subject: { kind: "session", id: session.id },
      programmeId: session.programmeId,
      data: { changed, convened, raised, sequence: session.sequence + (raised ? 1 : 0), ...people },
    });
    return place;
  });
}

/** Convenes: invites the people of the bodies, the experts and the coordinators. A session in the past is recorded instead. */
export async function conveneSession(actor: Actor, input: VersionedSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const state = nextState(session.state, "convene");
    assertToCome(actor, session.startsAt);
    if (lacksRoom(session)) throw new DomainError("sessions.linkMissing");
    if (session.mode !== "WEBCONFERENCE" && !session.place) throw new DomainError("sessions.placeMissing");
    await move(tx, actor, session, { ...input, data: { state, convenedAt: actor.at } });
    const { added } = await renewInvitees(tx, actor.at, session.id);
    await planReminders(tx, actor, session);
    await recordEvent(tx, actor, {
      kind: "sessions.convened",
      subject: { kind: "session", id: session.id },
      programmeId: session.programmeId,
      data: { people: added.length },
    });
    return { id: session.id, slug: session.programme.slug };
  });
}

/** Cancels a draft or a convened session; those invited are told why, and their calendars lose it. */
export async function cancelSession(actor: Actor, input: CancelSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const state = nextState(session.state, "cancel");
    const data = { state, cancelReason: input.reason, sequence: { increment: 1 } };
    await move(tx, actor, session, { ...input, data });
    await endWithSession(tx, actor, { ...session, actualEndsAt: null });
    await recordEvent(tx, actor, {
      kind: "sessions.cancelled",
      subject: { kind: "session", id: session.id },
      programmeId: session.programmeId,
      data: { wasConvened: session.state === "CONVENED", sequence: session.sequence + 1 },
    });
    return { id: session.id, slug: session.programme.slug };
  });
}

/** What follows for those convened: who comes in or drops out, who gets a place, when they are reminded. */
async function renewConvened(
  tx: Tx,
  actor: Actor,
  session: { id: string; startsAt: Date },
  changed: readonly SessionPart[],
) {
  const people = await renewInvitees(tx, actor.at, session.id);
  await fillPlaces(tx, actor, session.id);
  if (changed.includes("time")) await planReminders(tx, actor, session);
  return people;
}

async function findManaged(tx: Tx, actor: Actor, id: string) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      include: {
        programme: { select: { slug: true } },
        agenda: { orderBy: { position: "asc" }, select: { title: true, owner: true, minutes: true } },
        bodies: { select: { organisationId: true } },
      },
    }),
    "session",
  );
  authorise(canManage(actor, session));
  return session;
}

type Move = VersionedSession & { data: Parameters<Tx["session"]["updateMany"]>[0]["data"] };

async function move(tx: Tx, actor: Actor, session: { id: string; state: string }, step: Move): Promise<void> {
  const { count } = await tx.session.updateMany({
    where: { id: session.id, version: step.version, state: session.state as "DRAFT" },
    data: { ...step.data, version: { increment: 1 }, updatedAt: actor.at },
  });
  await assertUnchanged(tx, count, { kind: "session", id: session.id });
  await writeCalendarEntry(tx, session.id, actor.at);
}

/** The session's own columns, with what it names looked up in its programme. */
async function columns(tx: Tx, programmeId: string, input: SessionFields) {
  if (input.phase && !(await tx.phase.count({ where: { id: input.phase, programmeId } }))) {
    throw new DomainError("chooseOne", {}, "phase");
  }
  const hosts = {
    OR: [{ enrolments: { some: { programmeId } } }, { promoted: { some: { id: programmeId } } }],
  };
  if (input.host && !(await tx.organisation.count({ where: { id: input.host, ...hosts } }))) {
    throw new DomainError("chooseOne", {}, "host");
  }
  const bodies = bodyIds(input);
  const known = await tx.enrolment.count({
    where: { programmeId, organisationId: { in: bodies }, state: { in: [...presentStates] } },
  });
  if (known < bodies.length) throw new DomainError("sessions.unknownBody", {}, "bodies");
  return {
    kind: input.kind,
    ordinal: input.ordinal ?? null,
    title: input.title,
    description: input.description,
    startsAt: romeInstant(input.date, input.start),
    endsAt: romeInstant(input.date, input.end),
    announcedMinutes: input.announcedMinutes ?? null,
    announcedNote: input.announcedNote ?? null,
    mode: input.mode,
    ...conferenceColumns(input),
    place: input.place ?? null,
    hostId: input.host ?? null,
    phaseId: input.phase ?? null,
    isFree: input.isFree,
    audience: input.audience,
    allBodies: input.convened === "all",
    capacity: input.capacity ?? null,
  };
}

// On another day nobody is speaking of the point that was started.
async function endIfMoved(
  tx: Tx,
  actor: Actor,
  session: { id: string; endsAt: Date },
  changed: readonly SessionPart[],
): Promise<void> {
  if (changed.includes("time")) await endWithSession(tx, actor, { ...session, actualEndsAt: null });
}

function bodyIds(input: Pick<SessionFields, "convened" | "bodies">): string[] {
  return input.convened === "all" ? [] : [...new Set(input.bodies)];
}

async function writeParts(tx: Tx, actor: Actor, sessionId: string, input: SessionFields): Promise<void> {
  await writeAgenda(tx, actor, sessionId, input.agenda);
  await tx.sessionBody.deleteMany({ where: { sessionId } });
  await tx.sessionBody.createMany({
    data: bodyIds(input).map((organisationId) => ({ sessionId, organisationId })),
  });
}

// The same form twice is one session; another text under the same identifier is a form gone back to after saving.
async function assertSentTwice(
  tx: Tx,
  row: { id: string; programmeId: string; title: string; startsAt: Date; endsAt: Date },
) {
  const kept = await tx.session.findUniqueOrThrow({
    where: { id: row.id },
    select: { programmeId: true, title: true, startsAt: true, endsAt: true },
  });
  if (kept.programmeId !== row.programmeId) throw new NotFoundError("session");
  const same = kept.title === row.title && +kept.startsAt === +row.startsAt && +kept.endsAt === +row.endsAt;
  if (!same) throw new DomainError("sessions.alreadySaved");
}

function assertToCome(actor: Actor, startsAt: Date): void {
  if (startsAt > actor.at) return;
  const first = romeInstant(addWorkingDays(romeDay(actor.at), 1), "12:00");
  throw new DomainError("sessions.inThePast", { first }, "date");
}

// Whoever has a place keeps it: the capacity is lowered when somebody gave theirs back.
async function assertPlaces(tx: Tx, actor: Actor, id: string, capacity: number | null): Promise<void> {
  await lockSession(tx, actor, id);
  const { placesTaken } = await tx.session.findUniqueOrThrow({
    where: { id },
    select: { placesTaken: true },
  });
  if (capacity !== null && capacity < placesTaken) {
    throw new DomainError("sessions.capacityTaken", { taken: placesTaken }, "capacity");
  }
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Prisma, Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { type NewEvent, recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { assertHeld, type MinutesMove, moveMinutes, statesBefore } from "@/lib/sessions/minutes/lifecycle";
import { minutesSelect, wholeText } from "@/lib/sessions/minutes/minutes-row";
import { canWriteMinutes, visibleTo } from "@/lib/sessions/policy";
import { about } from "@/lib/sessions/session-place";

/** A session that the actor may see, with what the rules of its minutes ask; the minutes are null before they are begun. */
export async function findMinutes(tx: Tx, actor: Actor, sessionId: string) {
  const row = found(
    await tx.session.findFirst({
      where: { AND: [{ id: sessionId }, visibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        deputyId: true,
        state: true,
        startsAt: true,
        runs: { select: { id: true }, take: 1 },
        programme: { select: { slug: true } },
        attendance: { where: { present: true }, select: { personId: true } },
        minutes: { select: { state: true, version: true, round: true, text: true, termEndsAt: true } },
      },
    }),
    "session",
  );
  const { attendance, ...session } = row;
  return { ...session, attendedIds: attendance.map((one) => one.personId) };
}

export type FoundMinutes = Awaited<ReturnType<typeof findMinutes>>;

/**
 * Takes the minutes for writing: raises their version and holds their row until the transaction ends, so that nothing
 * is written into a text that is being proposed. A closed session's minutes may still be written: its closing fixes who
 * was there, and only the approval fixes what was said.
 */
export async function openForWriting(tx: Tx, actor: Actor, sessionId: string): Promise<FoundMinutes> {
  const session = await findToWrite(tx, actor, sessionId);
  if (!session.minutes) throw new DomainError("minutes.notBegun");
  await hold(tx, actor, sessionId);
  return session;
}

/**
 * The same for minutes that nobody may have begun: whoever comes first begins them, with a part for each point of the
 * agenda and one for what stands before them. Points that came into the agenda since are added.
 */
export async function beginOrOpen(tx: Tx, actor: Actor, sessionId: string): Promise<FoundMinutes> {
  const session = await findToWrite(tx, actor, sessionId);
  const { count } = await tx.sessionMinutes.createMany({
    data: [{ sessionId, updatedAt: actor.at }],
    skipDuplicates: true,
  });
  if (count === 0) await hold(tx, actor, sessionId);
  const points = await addAgenda(tx, actor, sessionId, { withOpening: count === 1 });
  if (count === 1 || points > 0)
    await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesBegun", data: { points } });
  return session;
}

async function findToWrite(tx: Tx, actor: Actor, sessionId: string): Promise<FoundMinutes> {
  const session = await findMinutes(tx, actor, sessionId);
  authorise(canWriteMinutes(actor, session));
  assertHeld(session, actor.at);
  return session;
}

async function hold(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  const { count } = await tx.sessionMinutes.updateMany({
    where: { sessionId, state: { in: statesBefore("propose") } },
    data: { version: { increment: 1 }, updatedAt: actor.at },
  });
  if (count === 0) throw await locked(tx, sessionId);
}

async function addAgenda(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  { withOpening }: { withOpening: boolean },
): Promise<number> {
  const agenda = await tx.agendaItem.findMany({
    where: { sessionId, written: { none: { sessionId } } },
    orderBy: { position: "asc" },
    select: { id: true, position: true, title: true },
  });
  const written = { sessionId, writtenById: actor.personId, writtenAt: actor.at };
  const opening = withOpening ? [{ ...written, position: -1 }] : [];
  const parts = agenda.map(({ id, position, title }) => ({ ...written, agendaItemId: id, position, title }));
  // The constraint on session and point keeps out what somebody else adds at this moment.
  await tx.minutesPoint.createMany({ data: opening });
  const { count } = await tx.minutesPoint.createMany({ data: parts, skipDuplicates: true });
  return count;
}

async function locked(tx: Tx, sessionId: string): Promise<DomainError> {
  const { state } = await tx.sessionMinutes.findUniqueOrThrow({
    where: { sessionId },
    select: { state: true },
  });
  return new DomainError("minutes.locked", { state });
}

/** Writes the whole text anew from its parts. */
export async function rewriteText(tx: Tx, _actor: Actor, sessionId: string): Promise<void> {
  const { points } = await tx.sessionMinutes.findUniqueOrThrow({
    where: { sessionId },
    select: { points: minutesSelect.points },
  });
  await tx.sessionMinutes.update({ where: { sessionId }, data: { text: wholeText(points) } });
}

/** Moves the minutes from the state and version that the form showed; whoever comes second is told. */
export async function moveState(
  tx: Tx,
  actor: Actor,
  session: FoundMinutes,
  step: { move: MinutesMove; version: number; data?: Prisma.SessionMinutesUpdateManyMutationInput },
): Promise<void> {
  if (!session.minutes) throw new DomainError("minutes.notBegun");
  const { state } = session.minutes;
  const { count } = await tx.sessionMinutes.updateMany({
    where: { sessionId: session.id, version: step.version, state },
    data: {
      ...step.data,
      state: moveMinutes(state, step.move),
      version: { increment: 1 },
      updatedAt: actor.at,
    },
  });
  await assertUnchanged(tx, count, { kind: "session", id: session.id });
}

/** Takes minutes back to a draft when their session is opened again; rounds and verdicts stay to be read. */
export async function withdrawMinutes(tx: Tx, actor: Actor, sessionId: string): Promise<void> {
  await tx.sessionMinutes.updateMany({
    where: { sessionId, state: { in: statesBefore("withdraw") } },
    data: {
      state: "DRAFT",
      termEndsAt: null,
      publishedAt: null,
      version: { increment: 1 },
      updatedAt: actor.at,
    },
  });
  await tx.minutesRound.updateMany({
    where: { sessionId, endedAs: null },
    data: { endedAs: "WITHDRAWN", endedAt: actor.at },
  });
}

/** Records what happened to minutes; the log of the session holds it. */
export async function recordMinutesEvent(
  tx: Tx,
  actor: Actor,
  session: { id: string; programmeId: string },
  event: Pick<NewEvent, "kind" | "data">,
): Promise<void> {
  await recordEvent(tx, actor, {
    ...event,
    ...about(session),
  });
}

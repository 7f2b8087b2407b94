import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { markNotDealtWith } from "@/lib/sessions/agenda/commands";
import { actualTimes } from "@/lib/sessions/attendance/actual-times";
import { writeAttendance } from "@/lib/sessions/attendance/commands";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { nextState } from "@/lib/sessions/lifecycle";
import { endWithSession } from "@/lib/sessions/live/commands";
import { withdrawMinutes } from "@/lib/sessions/minutes/commands";
import type { SessionPlace } from "@/lib/sessions/mutations";
import { canManage, visibleTo } from "@/lib/sessions/policy";
import type { CloseSession, RecordAttendance, ReopenSession, VersionedSession } from "@/lib/sessions/schema";

/** Who was there, as far as known, once the session has begun; may be said again until it is closed. */
export async function recordAttendance(actor: Actor, input: RecordAttendance): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    if (session.state !== "CONVENED") throw new DomainError("sessions.locked", { state: session.state });
    assertBegun(actor, session);
    await update(tx, actor, session, { ...input, data: actualTimes(session, input) });
    const counts = await writeAttendance(tx, actor, { session, ...input });
    await recordEvent(tx, actor, { kind: "sessions.attendanceRecorded", ...about(session), data: counts });
    return placeOf(session);
  });
}

/** Closes a session that took place: its attendance is locked, and the minutes may be proposed to those who were there. */
export async function closeSession(actor: Actor, input: CloseSession): Promise<SessionPlace> {
  return finish(actor, input, "close");
}

/** Records a session of the past that was never convened here: draft to closed, nobody is written to. */
export async function recordPastSession(actor: Actor, input: CloseSession): Promise<SessionPlace> {
  return finish(actor, input, "recordPast");
}

/** Opens a closed session again to correct its record; minutes that were proposed, approved or published are withdrawn. */
export async function reopenSession(actor: Actor, input: ReopenSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    const state = nextState(session.state, "reopen");
    await update(tx, actor, session, {
      ...input,
      data: { state, closedAt: null, reopenReason: input.reason, convenedAt: session.convenedAt ?? actor.at },
    });
    await withdrawMinutes(tx, actor, session.id);
    await recordEvent(tx, actor, { kind: "sessions.reopened", ...about(session) });
    return placeOf(session);
  });
}

async function finish(
  actor: Actor,
  input: CloseSession,
  move: "close" | "recordPast",
): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    const state = nextState(session.state, move);
    if (move === "close") assertBegun(actor, session);
    else if (session.endsAt > actor.at) throw new DomainError("sessions.notOver", { end: session.endsAt });
    const data = { ...actualTimes(session, input), state, closedAt: actor.at };
    await update(tx, actor, session, { ...input, data });
    await endWithSession(tx, actor, { ...session, actualEndsAt: data.actualEndsAt });
    const counts = await writeAttendance(tx, actor, { session, ...input });
    await markNotDealtWith(tx, actor, session.id, input.notDealtWith ?? []);
    await recordEvent(tx, actor, {
      kind: move === "close" ? "sessions.closed" : "sessions.pastRecorded",
      ...about(session),
      data: counts,
    });
    return placeOf(session);
  });
}

type Found = Awaited<ReturnType<typeof findSession>>;

async function findSession(tx: Tx, actor: Actor, id: string) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        deputyId: true,
        state: true,
        startsAt: true,
        endsAt: true,
        convenedAt: true,
        allBodies: true,
        programme: { select: { slug: true } },
        bodies: { select: { organisationId: true } },
        invitees: { select: { personId: true, organisationId: true } },
      },
    }),
    "session",
  );
  authorise(canManage(actor, session));
  return session;
}

function about(session: Found) {
  return { subject: { kind: "session", id: session.id }, programmeId: session.programmeId };
}

function placeOf(session: Found): SessionPlace {
  return { id: session.id, slug: session.programme.slug };
}

function assertBegun(actor: Actor, session: Found): void {
  if (session.startsAt > actor.at) throw new DomainError("sessions.notBegun", { start: session.startsAt });
}

type Step = VersionedSession & { data: Parameters<Tx["session"]["updateMany"]>[0]["data"] };

async function update(tx: Tx, actor: Actor, session: Found, step: Step): Promise<void> {
  const { count } = await tx.session.updateMany({
    where: { id: session.id, version: step.version, state: session.state },
    data: { ...step.data, version: { increment: 1 }, updatedAt: actor.at },
  });
  await assertUnchanged(tx, count, { kind: "session", id: session.id });
  await writeCalendarEntry(tx, session.id, actor.at);
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { markNotDealtWith } from "@/lib/sessions/agenda/commands";
import { actualTimes } from "@/lib/sessions/attendance/actual-times";
import { writeAttendance } from "@/lib/sessions/attendance/commands";
import { nextState } from "@/lib/sessions/lifecycle";
import { endWithSession } from "@/lib/sessions/live/commands";
import { withdrawMinutes } from "@/lib/sessions/minutes/commands";
import { canManage, visibleTo } from "@/lib/sessions/policy";
import { updateSession } from "@/lib/sessions/scheduling/commands";
import type { CloseSession, RecordAttendance, ReopenSession } from "@/lib/sessions/schema";
import { about, placeOf, placeSelect, type SessionPlace } from "@/lib/sessions/session-place";

/** Who was there, as far as known, once the session has begun; may be said again until it is closed. */
export async function recordAttendance(actor: Actor, input: RecordAttendance): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    if (session.state !== "CONVENED") throw new DomainError("sessions.locked", { state: session.state });
    assertBegun(actor, session);
    await updateSession(tx, actor, session, { version: input.version, data: actualTimes(session, input) });
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
    await updateSession(tx, actor, session, {
      version: input.version,
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
    await updateSession(tx, actor, session, { version: input.version, data });
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
        ...placeSelect,
        convenedAt: true,
        allBodies: true,
        bodies: { select: { organisationId: true } },
        invitees: { select: { personId: true, organisationId: true } },
      },
    }),
    "session",
  );
  authorise(canManage(actor, session));
  return session;
}

function assertBegun(actor: Actor, session: Found): void {
  if (session.startsAt > actor.at) throw new DomainError("sessions.notBegun", { start: session.startsAt });
}

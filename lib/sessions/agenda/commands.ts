import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { AgendaSource, SessionState } from "@/lib/platform/db/generated/enums";
import { DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { mostRows } from "@/lib/sessions/agenda/rows";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { agendaMinutes, lengthInMinutes } from "@/lib/sessions/schedule-checks";
import type { AgendaPoint } from "@/lib/sessions/schema";
import { about } from "@/lib/sessions/session-place";

/**
 * Makes the agenda agree with the form. A point that was there stays the same row, whatever its text and place: minutes
 * and the next session refer to it.
 */
export async function writeAgenda(
  tx: Tx,
  _actor: Actor,
  sessionId: string,
  points: readonly AgendaPoint[],
): Promise<void> {
  const before = await tx.agendaItem.findMany({ where: { sessionId }, select: { id: true } });
  const gone = new Set(before.map(({ id }) => id));
  const rows = points.map(({ id, ...point }, position) => ({
    ...point,
    position,
    // An identifier that a form names twice, or of another session, is a new point.
    id: id !== undefined && gone.delete(id) ? id : undefined,
  }));
  const kept = rows.filter((row) => row.id !== undefined);
  await tx.agendaItem.deleteMany({ where: { id: { in: [...gone] } } });
  if (kept.length > 0) {
    // Out of each other's way first: no two points may have one place even for a moment.
    await tx.$executeRaw`update agenda_item set position = -1 - position where session_id = ${sessionId}::uuid`;
    await tx.$executeRaw`
      update agenda_item a set position = n.position, title = n.title, owner = n.owner, minutes = n.minutes
      from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb)
        as n(id uuid, position int, title text, owner text, minutes int)
      where a.id = n.id`;
  }
  await tx.agendaItem.createMany({
    data: rows.filter((row) => row.id === undefined).map((row) => ({ ...row, sessionId })),
  });
}

/** A point that comes from somewhere else than the form of the session. */
export type DrawnPoint = {
  title: string;
  owner: string | null;
  minutes: number | null;
  sourceKind: AgendaSource;
  sourceId: string;
};

type Session = {
  id: string;
  programmeId: string;
  state: SessionState;
  startsAt: Date;
  endsAt: Date;
  sequence: number;
  agenda: readonly { position: number; minutes: number | null }[];
};

/** Adds points at the end of an agenda, in a conditional change of its session; those convened hear of it. */
export async function appendPoints(
  tx: Tx,
  actor: Actor,
  { session, version, points }: { session: Session; version: number; points: readonly DrawnPoint[] },
): Promise<void> {
  if (session.agenda.length + points.length > mostRows) throw new DomainError("planning.agendaFull");
  const sum = agendaMinutes([...session.agenda, ...points]);
  const length = lengthInMinutes(session.startsAt, session.endsAt);
  if (sum > length) {
    throw new DomainError("planning.agendaTooLong", { sum, length, over: sum - length }, "minutes");
  }
  const convened = session.state === "CONVENED";
  const { count } = await tx.session.updateMany({
    where: { id: session.id, version, state: session.state },
    data: {
      version: { increment: 1 },
      sequence: { increment: convened ? 1 : 0 },
      updatedAt: actor.at,
    },
  });
  await assertUnchanged(tx, count, { kind: "session", id: session.id });
  const last = Math.max(-1, ...session.agenda.map((point) => point.position));
  await tx.agendaItem.createMany({
    data: points.map((point, index) => ({ ...point, sessionId: session.id, position: last + 1 + index })),
  });
  await writeCalendarEntry(tx, session.id, actor.at);
  await recordEvent(tx, actor, {
    kind: "sessions.changed",
    ...about(session),
    data: {
      changed: ["agenda"],
      convened,
      raised: convened,
      sequence: session.sequence + (convened ? 1 : 0),
    },
  });
}

/** Says of each point of a session whether it was left open. */
export async function markNotDealtWith(
  tx: Tx,
  _actor: Actor,
  sessionId: string,
  ids: readonly string[],
): Promise<void> {
  await tx.agendaItem.updateMany({ where: { sessionId }, data: { notDealtWith: false } });
  await tx.agendaItem.updateMany({
    where: { sessionId, id: { in: [...ids] } },
    data: { notDealtWith: true },
  });
}

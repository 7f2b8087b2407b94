import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { correctCertificates } from "@/lib/sessions/attendance/certificates/commands";
import { type Convened, findConvened } from "@/lib/sessions/convocation";
import type { AttendanceInput } from "@/lib/sessions/schema";

export type RecordedSession = {
  id: string;
  programmeId: string;
  allBodies: boolean;
  bodies: readonly { organisationId: string }[];
  invitees: readonly Convened[];
};

/**
 * Replaces the attendance by what is said now: who is not said anything of has no row, and who came without an invitation
 * leaves the list with it. A past session was never convened: those named become its invited people.
 */
export async function writeAttendance(
  tx: Tx,
  actor: Actor,
  { session, attendance }: { session: RecordedSession; attendance: AttendanceInput },
): Promise<{ present: number; absent: number }> {
  const expected = await expectedPeople(tx, actor, session);
  const uninvited = await tx.attendance.findMany({
    where: { sessionId: session.id, personId: { notIn: expected.map((one) => one.personId) } },
    select: { personId: true, organisationId: true },
  });
  const invited = new Map(expected.map((one) => [one.personId, one]));
  const guests = new Map(uninvited.map((one) => [one.personId, one]));
  const said = Object.entries(attendance).flatMap(([personId, { presence, kind, reason }]) => {
    if (!presence) return [];
    const isPresent = presence === "present";
    return {
      sessionId: session.id,
      personId,
      organisationId: guests.get(personId)?.organisationId ?? null,
      present: isPresent,
      absenceKind: isPresent ? null : (kind ?? null),
      absenceReason: isPresent ? null : (reason ?? null),
    };
  });
  if (said.some(({ personId }) => !invited.has(personId) && !guests.has(personId))) {
    throw new DomainError("sessions.unknownPerson");
  }
  await tx.attendance.deleteMany({ where: { sessionId: session.id } });
  await tx.attendance.createMany({ data: said });
  if (session.invitees.length === 0) {
    await tx.sessionInvitee.createMany({
      data: said.flatMap(({ personId }) => {
        const person = invited.get(personId);
        return person ? [{ ...person, sessionId: session.id }] : [];
      }),
      skipDuplicates: true,
    });
  }
  await correctCertificates(tx, actor, session.id);
  const present = said.filter((one) => one.present).length;
  return { present, absent: said.length - present };
}

/** A session whose attendance one person is put on, or taken off. */
export type OpenAttendance = { id: string; programmeId: string };

/**
 * Says that somebody is there, whatever was said before. A form of the attendance that was opened before would take it back:
 * the session's version is raised, so that it is told that it is stale. @returns whether that is news
 */
export async function putPresent(
  tx: Tx,
  actor: Actor,
  session: OpenAttendance,
  who: { personId: string; organisationId: string | null },
): Promise<boolean> {
  const key = { sessionId: session.id, personId: who.personId };
  const known = await tx.attendance.findUnique({
    where: { sessionId_personId: key },
    select: { present: true },
  });
  if (known?.present) return false;
  const there = { present: true, absenceKind: null, absenceReason: null };
  await tx.attendance.upsert({
    where: { sessionId_personId: key },
    create: { ...key, organisationId: who.organisationId, ...there },
    update: there,
    select: { personId: true },
  });
  await raiseVersion(tx, actor, session);
  return true;
}

/** Takes that back: nothing is said of the person any more. @returns whether that is news */
export async function takeBackPresent(
  tx: Tx,
  actor: Actor,
  session: OpenAttendance,
  personId: string,
): Promise<boolean> {
  const { count } = await tx.attendance.deleteMany({
    where: { sessionId: session.id, personId, present: true },
  });
  if (count > 0) await raiseVersion(tx, actor, session);
  return count > 0;
}

async function raiseVersion(tx: Tx, actor: Actor, session: OpenAttendance): Promise<void> {
  await tx.session.update({
    where: { id: session.id },
    data: { version: { increment: 1 }, updatedAt: actor.at },
    select: { id: true },
  });
}

async function expectedPeople(tx: Tx, actor: Actor, session: RecordedSession): Promise<readonly Convened[]> {
  if (session.invitees.length > 0) return session.invitees;
  const circle = { ...session, bodyIds: session.bodies.map((one) => one.organisationId) };
  return findConvened(tx, circle, actor.at);
}

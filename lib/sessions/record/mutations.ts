import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { renderMarkdown } from "@/lib/platform/markdown";
import { assertUnchanged } from "@/lib/platform/stale";
import { markNotDealtWith } from "@/lib/sessions/agenda/commands";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { type Convened, findConvened } from "@/lib/sessions/convocation";
import { nextState } from "@/lib/sessions/lifecycle";
import type { SessionPlace } from "@/lib/sessions/mutations";
import { canManage, canPublishMinutes, canWriteMinutes, visibleTo } from "@/lib/sessions/policy";
import type {
  AttendanceInput,
  CloseSession,
  RecordAttendance,
  ReopenSession,
  VersionedSession,
  WriteMinutes,
} from "@/lib/sessions/schema";

/** Who was there, as far as known, once the session has begun; may be said again until it is closed. */
export async function recordAttendance(actor: Actor, input: RecordAttendance): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id, canManage);
    if (session.state !== "CONVENED") throw new DomainError("sessions.locked", { state: session.state });
    assertBegun(actor, session);
    await update(tx, actor, session, { ...input, data: {} });
    const counts = await writeAttendance(tx, actor, session, input.attendance);
    await recordEvent(tx, actor, { kind: "sessions.attendanceRecorded", ...about(session), data: counts });
    return placeOf(session);
  });
}

/** Writes the text of the minutes of a session that has begun and is not closed. */
export async function writeMinutes(actor: Actor, input: WriteMinutes): Promise<SessionPlace> {
  const { html } = renderMarkdown(input.minutes);
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id, canWriteMinutes);
    if (session.state !== "CONVENED") throw new DomainError("sessions.locked", { state: session.state });
    assertBegun(actor, session);
    const written = await saveMinutes(tx, actor, session, {
      markdown: input.minutes,
      html,
      version: input.version,
    });
    if (written) await recordEvent(tx, actor, { kind: "sessions.minutesWritten", ...about(session) });
    return placeOf(session);
  });
}

/** Closes a session that took place: attendance and minutes are kept as they are, and locked. */
export async function closeSession(actor: Actor, input: CloseSession): Promise<SessionPlace> {
  return finish(actor, input, "close");
}

/** Records a session of the past that was never convened here: draft to closed, nobody is written to. */
export async function recordPastSession(actor: Actor, input: CloseSession): Promise<SessionPlace> {
  return finish(actor, input, "recordPast");
}

/** Opens a closed session again to correct its record; published minutes are withdrawn until they are published anew. */
export async function reopenSession(actor: Actor, input: ReopenSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id, canManage);
    const state = nextState(session.state, "reopen");
    await update(tx, actor, session, {
      ...input,
      data: { state, closedAt: null, reopenReason: input.reason, convenedAt: session.convenedAt ?? actor.at },
    });
    await tx.sessionMinutes.updateMany({
      where: { sessionId: session.id, publishedAt: { not: null } },
      data: { publishedAt: null, updatedAt: actor.at },
    });
    await recordEvent(tx, actor, { kind: "sessions.reopened", ...about(session) });
    return placeOf(session);
  });
}

/** Lets the members of the programme read the minutes, and everyone where the session is open to all. */
export async function publishMinutes(actor: Actor, input: VersionedSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id, canPublishMinutes);
    if (session.state !== "CLOSED") throw new DomainError("sessions.publishAfterClosing");
    if (!session.minutes) throw new DomainError("sessions.noMinutes");
    if (session.minutes.publishedAt) return placeOf(session);
    await update(tx, actor, session, { ...input, data: {} });
    await tx.sessionMinutes.update({
      where: { sessionId: session.id },
      data: { publishedAt: actor.at, updatedAt: actor.at },
    });
    await recordEvent(tx, actor, { kind: "sessions.minutesPublished", ...about(session) });
    return placeOf(session);
  });
}

async function finish(
  actor: Actor,
  input: CloseSession,
  move: "close" | "recordPast",
): Promise<SessionPlace> {
  const { html } = renderMarkdown(input.minutes);
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id, canManage);
    const state = nextState(session.state, move);
    if (move === "close") assertBegun(actor, session);
    else if (session.endsAt > actor.at) throw new DomainError("sessions.notOver", { end: session.endsAt });
    await update(tx, actor, session, { ...input, data: { state, closedAt: actor.at } });
    const counts = await writeAttendance(tx, actor, session, input.attendance);
    await markNotDealtWith(tx, actor, session.id, input.notDealtWith ?? []);
    await saveMinutes(tx, actor, session, { markdown: input.minutes, html, version: input.minutesVersion });
    await recordEvent(tx, actor, {
      kind: move === "close" ? "sessions.closed" : "sessions.pastRecorded",
      ...about(session),
      data: counts,
    });
    return placeOf(session);
  });
}

type Right = (actor: Actor, session: { programmeId: string }) => boolean;
type Found = Awaited<ReturnType<typeof findSession>>;

async function findSession(tx: Tx, actor: Actor, id: string, right: Right) {
  const session = found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: {
        id: true,
        programmeId: true,
        state: true,
        startsAt: true,
        endsAt: true,
        convenedAt: true,
        allBodies: true,
        programme: { select: { slug: true } },
        bodies: { select: { organisationId: true } },
        invitees: { select: { personId: true, organisationId: true } },
        minutes: { select: { markdown: true, version: true, publishedAt: true } },
      },
    }),
    "session",
  );
  authorise(right(actor, session));
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

/** Replaces the attendance. A past session was never convened: those named become its invited people. */
async function writeAttendance(tx: Tx, actor: Actor, session: Found, attendance: AttendanceInput) {
  const expected: Convened[] =
    session.invitees.length > 0
      ? session.invitees
      : await findConvened(
          tx,
          { ...session, bodyIds: session.bodies.map((one) => one.organisationId) },
          actor.at,
        );
  const known = new Map(expected.map((one) => [one.personId, one]));
  const said = Object.entries(attendance).flatMap(([personId, { presence, reason }]) =>
    presence
      ? [{ sessionId: session.id, personId, present: presence === "present", absenceReason: reason }]
      : [],
  );
  if (said.some((one) => !known.has(one.personId))) throw new DomainError("sessions.unknownPerson");
  await tx.attendance.deleteMany({ where: { sessionId: session.id } });
  await tx.attendance.createMany({
    data: said.map((one) => ({ ...one, absenceReason: one.present ? null : (one.absenceReason ?? null) })),
  });
  if (session.invitees.length === 0) {
    await tx.sessionInvitee.createMany({
      data: said.flatMap(({ personId }) => {
        const person = known.get(personId);
        return person ? [{ ...person, sessionId: session.id }] : [];
      }),
      skipDuplicates: true,
    });
  }
  const present = said.filter((one) => one.present).length;
  return { present, absent: said.length - present };
}

async function saveMinutes(
  tx: Tx,
  actor: Actor,
  session: Found,
  text: { markdown: string; html: string; version: number },
): Promise<boolean> {
  const kept = session.minutes;
  if (text.version === (kept?.version ?? 0) && text.markdown === (kept?.markdown ?? "")) return false;
  const data = { markdown: text.markdown, html: text.html, updatedAt: actor.at };
  const { count } = kept
    ? await tx.sessionMinutes.updateMany({
        where: { sessionId: session.id, version: text.version },
        data: { ...data, version: { increment: 1 } },
      })
    : await tx.sessionMinutes.createMany({
        data: [{ ...data, sessionId: session.id }],
        skipDuplicates: true,
      });
  // Somebody else wrote minutes since the form was opened.
  await assertUnchanged(tx, kept || text.version === 0 ? count : 0, { kind: "session", id: session.id });
  return true;
}

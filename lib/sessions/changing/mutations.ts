import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertUnchanged } from "@/lib/platform/stale";
import { writeCalendarEntry } from "@/lib/sessions/calendar-entry";
import { bodyIds, changedParts, changesCalendar, type SessionPart } from "@/lib/sessions/changes";
import { renewInvitees } from "@/lib/sessions/invitees";
import { endWithSession } from "@/lib/sessions/live/commands";
import { assertTimeIsFree } from "@/lib/sessions/planning/commands";
import { planReminders } from "@/lib/sessions/reminders/commands";
import { fillPlaces, lockSession } from "@/lib/sessions/replies/commands";
import { assertToCome } from "@/lib/sessions/schedule-checks";
import { findManaged, sessionColumns, writeParts } from "@/lib/sessions/scheduling/commands";
import type { ChangeSession } from "@/lib/sessions/schema";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/**
 * Changes a draft or a convened session. For a convened one what its calendar entry says raises the entry's number, and
 * people who come in or drop out with a change of bodies are named by the event.
 */
export async function changeSession(actor: Actor, input: ChangeSession): Promise<SessionPlace> {
  if (input.intent === "addPoint") throw new DomainError("sessions.pointAdded");
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const place = placeOf(session);
    if (session.state !== "DRAFT" && session.state !== "CONVENED") {
      throw new DomainError("sessions.locked", { state: session.state });
    }
    const row = await sessionColumns(tx, actor, session.programmeId, input);
    await assertPlaces(tx, actor, session.id, row.capacity);
    const changed = changedParts(session, { ...row, agenda: input.agenda, bodies: bodyIds(input) });
    const convened = session.state === "CONVENED";
    if (convened && changed.includes("time")) assertToCome(row.startsAt, actor.at);
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
      ...about(session),
      data: { changed, convened, raised, sequence: session.sequence + (raised ? 1 : 0), ...people },
    });
    return place;
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

// On another day nobody is speaking of the point that was started.
async function endIfMoved(
  tx: Tx,
  actor: Actor,
  session: { id: string; endsAt: Date },
  changed: readonly SessionPart[],
): Promise<void> {
  if (changed.includes("time")) await endWithSession(tx, actor, { ...session, actualEndsAt: null });
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

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { addableWhere } from "@/lib/sessions/attendance/addable";
import { type OpenAttendance, putPresent, takeBackPresent } from "@/lib/sessions/attendance/commands";
import { canTickPresence } from "@/lib/sessions/attendance/policy";
import type { AddAttendee, TickPresence } from "@/lib/sessions/attendance/schema";
import { assertOpen } from "@/lib/sessions/live/window";
import { canManage, visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, placeSelect, type SessionPlace } from "@/lib/sessions/session-place";

/**
 * Puts somebody of the programme who came without an invitation on the list of those present. Adding twice is adding once;
 * who did not come after all is taken off by saying nothing of that person in the attendance.
 */
export async function addAttendee(actor: Actor, input: AddAttendee): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    authorise(canManage(actor, session));
    const { state } = await lock(tx, session);
    if (state !== "CONVENED") throw new DomainError("sessions.locked", { state });
    if (session.startsAt > actor.at) throw new DomainError("sessions.notBegun", { start: session.startsAt });
    const who = await findAddable(tx, actor, session, input.person);
    if (await putPresent(tx, actor, session, who))
      await recordEvent(tx, actor, {
        kind: "sessions.attendeeAdded",
        ...about(session),
        organisationId: who.organisationId,
        data: { person: input.person },
      });
    return placeOf(session);
  });
}

/** Ticks that somebody who was convened, or came without, is here, from the opening of the doors on; or takes it back. */
export async function tickPresence(actor: Actor, input: TickPresence): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findSession(tx, actor, input.id);
    authorise(canTickPresence(actor, session));
    const { state } = await lock(tx, session);
    assertOpen({ ...session, state }, actor.at);
    const { person } = input;
    const isHere = input.here === "yes";
    const isNews = isHere
      ? await putPresent(tx, actor, session, await findComing(tx, actor, session, person))
      : await takeBackPresent(tx, actor, session, person);
    if (isNews)
      await recordEvent(tx, actor, {
        kind: "sessions.presenceTicked",
        ...about(session),
        data: { person, here: isHere },
      });
    return placeOf(session);
  });
}

type Found = Awaited<ReturnType<typeof findSession>>;
type Coming = { personId: string; organisationId: string | null };

async function findSession(tx: Tx, actor: Actor, id: string) {
  return found(
    await tx.session.findFirst({
      where: { AND: [{ id }, visibleTo(actor)] },
      select: { ...placeSelect, doorsMinutes: true },
    }),
    "session",
  );
}

/** The attendance of a closed session is locked: a closing that comes now waits for this to end, or this for it. */
async function lock(tx: Tx, session: OpenAttendance): Promise<Pick<Found, "state">> {
  const [row] = await tx.$queryRaw<Pick<Found, "state">[]>`
    select state::text from session where id = ${session.id}::uuid for update`;
  return found(row, "session");
}

/** Those invited have their body in the invitation. */
async function findComing(tx: Tx, actor: Actor, session: Found, personId: string): Promise<Coming> {
  const invited = await tx.sessionInvitee.count({ where: { sessionId: session.id, personId } });
  return invited > 0 ? { personId, organisationId: null } : findAddable(tx, actor, session, personId);
}

async function findAddable(tx: Tx, actor: Actor, session: Found, personId: string): Promise<Coming> {
  const role = await tx.roleAssignment.findFirst({
    where: { AND: [addableWhere(session, actor.at), { personId }] },
    orderBy: [{ organisationId: { sort: "asc", nulls: "last" } }, { id: "asc" }],
    select: { organisationId: true },
  });
  if (!role) throw new DomainError("sessions.notToBeAdded", {}, "person");
  return { personId, organisationId: role.organisationId };
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { lacksRoom } from "@/lib/sessions/conference/room";
import { renewInvitees } from "@/lib/sessions/invitees";
import { nextState } from "@/lib/sessions/lifecycle";
import { planReminders } from "@/lib/sessions/reminders/commands";
import { assertToCome } from "@/lib/sessions/schedule-checks";
import { findManaged, updateSession } from "@/lib/sessions/scheduling/commands";
import type { VersionedSession } from "@/lib/sessions/schema";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/** Convenes: invites the people of the bodies, the experts and the coordinators. A session in the past is recorded instead. */
export async function conveneSession(actor: Actor, input: VersionedSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const state = nextState(session.state, "convene");
    assertToCome(session.startsAt, actor.at);
    if (lacksRoom(session)) throw new DomainError("sessions.linkMissing");
    if (session.mode !== "WEBCONFERENCE" && !session.place) throw new DomainError("sessions.placeMissing");
    await updateSession(tx, actor, session, {
      version: input.version,
      data: { state, convenedAt: actor.at },
    });
    const { added } = await renewInvitees(tx, actor.at, session.id);
    await planReminders(tx, actor, session);
    await recordEvent(tx, actor, {
      kind: "sessions.convened",
      ...about(session),
      data: { people: added.length },
    });
    return placeOf(session);
  });
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";
import { nextState } from "@/lib/sessions/lifecycle";
import { endWithSession } from "@/lib/sessions/live/commands";
import { findManaged, updateSession } from "@/lib/sessions/scheduling/commands";
import type { CancelSession } from "@/lib/sessions/schema";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/** Cancels a draft or a convened session; those invited are told why, and their calendars lose it. */
export async function cancelSession(actor: Actor, input: CancelSession): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const session = await findManaged(tx, actor, input.id);
    const state = nextState(session.state, "cancel");
    const data = { state, cancelReason: input.reason, sequence: { increment: 1 } };
    await updateSession(tx, actor, session, { version: input.version, data });
    await endWithSession(tx, actor, { ...session, actualEndsAt: null });
    await recordEvent(tx, actor, {
      kind: "sessions.cancelled",
      ...about(session),
      data: { wasConvened: session.state === "CONVENED", sequence: session.sequence + 1 },
    });
    return placeOf(session);
  });
}

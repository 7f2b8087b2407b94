import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { endAtClosing } from "@/lib/sessions/live/pace";

/** Ends the point that goes on, if one does. @returns the point that was ended */
export async function endRunning(tx: Tx, actor: Actor, sessionId: string): Promise<string | null> {
  const running = await findRunning(tx, sessionId);
  if (!running) return null;
  // Two processes have two clocks: no run ends before it starts.
  const endedAt = running.startedAt > actor.at ? running.startedAt : actor.at;
  await tx.agendaRun.update({ where: { id: running.id }, data: { endedAt }, select: { id: true } });
  return running.agendaItemId;
}

/** The same when the session is closed or cancelled: nobody said when the point ended. */
export async function endWithSession(
  tx: Tx,
  actor: Actor,
  session: { id: string; endsAt: Date; actualEndsAt: Date | null },
): Promise<void> {
  const running = await findRunning(tx, session.id);
  if (!running) return;
  await tx.agendaRun.update({
    where: { id: running.id },
    data: { endedAt: endAtClosing(running, session, actor.at) },
    select: { id: true },
  });
}

function findRunning(tx: Tx, sessionId: string) {
  return tx.agendaRun.findFirst({
    where: { sessionId, endedAt: null },
    select: { id: true, agendaItemId: true, startedAt: true },
  });
}

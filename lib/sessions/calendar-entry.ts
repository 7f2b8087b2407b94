import type { Tx } from "@/lib/platform/db";
import { buildVevent, veventSelect } from "@/lib/sessions/vevent";

/** Writes a session's calendar entry anew: last in every change of it, in the same transaction. */
export async function writeCalendarEntry(tx: Tx, sessionId: string, at: Date): Promise<void> {
  const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: veventSelect });
  await tx.session.update({
    where: { id: sessionId },
    data: { vevent: buildVevent(session, at), updatedAt: at },
    select: { id: true },
  });
}

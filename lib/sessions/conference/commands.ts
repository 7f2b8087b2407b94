import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { JoinRole, JoinSource } from "@/lib/platform/db/generated/enums";
import { recordEvent } from "@/lib/platform/events";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { about } from "@/lib/sessions/session-place";

export type Coming = {
  session: { id: string; programmeId: string };
  who: { personId: string } | { guestId: string };
  organisationId: string | null;
  role: JoinRole;
  source: JoinSource;
  /** to the fallback link instead of the provider's room */
  byFallback: boolean;
};

/**
 * Writes into the join log that somebody goes in. A stay that has not ended stays the one row: the database takes no
 * second, however often and in how many windows the button is pressed. Who goes on by the other door has left by this one.
 * @returns the stay's identifier
 */
export async function logJoin(tx: Tx, actor: Actor, { session, who, ...coming }: Coming): Promise<string> {
  const { byFallback } = coming;
  await tx.sessionJoin.updateMany({
    where: { sessionId: session.id, ...who, leftAt: null, byFallback: !byFallback },
    data: { leftAt: actor.at },
  });
  const row = { id: freshIdentifier(actor.at), sessionId: session.id, ...who, ...coming, joinedAt: actor.at };
  const { count } = await tx.sessionJoin.createMany({ data: [row], skipDuplicates: true });
  if (count === 0) {
    const open = await tx.sessionJoin.findFirstOrThrow({
      where: { sessionId: session.id, ...who, leftAt: null },
      select: { id: true },
    });
    return open.id;
  }
  await recordEvent(tx, actor, {
    kind: "sessions.joined",
    ...about(session),
    organisationId: coming.organisationId,
    data: { stay: row.id, role: coming.role, source: coming.source, byFallback },
  });
  return row.id;
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found, sqlState } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { fromDateOnly } from "@/lib/platform/rome-time";
import { assertUnchanged } from "@/lib/platform/stale";
import { canSetProtocol } from "@/lib/sessions/attendance/policy";
import type { SetProtocol } from "@/lib/sessions/attendance/schema";
import { visibleTo } from "@/lib/sessions/policy";
import { about, placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/**
 * Puts the number and date of the office's register on the convening letter, or takes them off. One number is one letter's
 * within a programme; a cancelled session has no letter.
 */
export async function setProtocol(actor: Actor, input: SetProtocol): Promise<SessionPlace> {
  const work = inTransaction(async (tx) => {
    const session = found(
      await tx.session.findFirst({
        where: { AND: [{ id: input.id }, visibleTo(actor)] },
        select: {
          id: true,
          programmeId: true,
          deputyId: true,
          state: true,
          programme: { select: { slug: true } },
        },
      }),
      "session",
    );
    authorise(canSetProtocol(actor, session));
    if (session.state === "CANCELLED") throw new DomainError("sessions.locked", { state: session.state });
    const { count } = await tx.session.updateMany({
      where: { id: session.id, version: input.version, state: session.state },
      data: {
        protocolNumber: input.protocolNumber || null,
        protocolDate: input.protocolDate ? fromDateOnly(input.protocolDate) : null,
        version: { increment: 1 },
        updatedAt: actor.at,
      },
    });
    await assertUnchanged(tx, count, { kind: "session", id: session.id });
    await recordEvent(tx, actor, {
      kind: "sessions.protocolSet",
      ...about(session),
      data: { given: Boolean(input.protocolNumber) },
    });
    return placeOf(session);
  });
  return work.catch((error: unknown) => {
    if (sqlState(error) === "23505") throw new DomainError("sessions.protocolTaken", {}, "protocolNumber");
    throw error;
  });
}

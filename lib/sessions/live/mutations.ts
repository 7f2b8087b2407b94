import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { freshIdentifier } from "@/lib/sessions/identifier";
import { endRunning } from "@/lib/sessions/live/commands";
import { canRunPoints } from "@/lib/sessions/live/policy";
import type { RunPoint } from "@/lib/sessions/live/schema";
import { assertOpen } from "@/lib/sessions/live/window";
import { visibleTo } from "@/lib/sessions/policy";
import { lockSession } from "@/lib/sessions/replies/commands";
import { about, placeOf, placeSelect, type SessionPlace } from "@/lib/sessions/session-place";

/** Where a page goes on: the session, and the point that was acted on. */
export type PointPlace = SessionPlace & { item: string };

/**
 * Starts a point of the agenda; the one that goes on ends in the same moment. Pressed twice it starts once. A point that
 * has ended may be taken up again: its times add up.
 */
export async function startPoint(actor: Actor, input: RunPoint): Promise<PointPlace> {
  return inTransaction(async (tx) => {
    const session = await openRun(tx, actor, input);
    const running = await tx.agendaRun.findFirst({
      where: { sessionId: session.id, endedAt: null },
      select: { agendaItemId: true, startedAt: true },
    });
    if (running?.agendaItemId === input.item) return { ...placeOf(session), item: input.item };
    const ended = await endRunning(tx, actor, session.id);
    const startedAt = running && running.startedAt > actor.at ? running.startedAt : actor.at;
    await tx.agendaRun.create({
      data: {
        id: freshIdentifier(actor.at),
        sessionId: session.id,
        agendaItemId: input.item,
        startedAt,
        startedById: actor.personId,
      },
      select: { id: true },
    });
    await recordEvent(tx, actor, {
      kind: "sessions.pointStarted",
      ...about(session),
      data: { item: input.item, ended },
    });
    return { ...placeOf(session), item: input.item };
  });
}

/** Ends the point that goes on. Where another one goes on by now, somebody was first, and it goes on. */
export async function endPoint(actor: Actor, input: RunPoint): Promise<PointPlace> {
  return inTransaction(async (tx) => {
    const session = await openRun(tx, actor, input);
    const isRunning = await tx.agendaRun.count({
      where: { sessionId: session.id, agendaItemId: input.item, endedAt: null },
    });
    if (isRunning === 0) return { ...placeOf(session), item: input.item };
    await endRunning(tx, actor, session.id);
    await recordEvent(tx, actor, {
      kind: "sessions.pointEnded",
      ...about(session),
      data: { item: input.item },
    });
    return { ...placeOf(session), item: input.item };
  });
}

/**
 * A session that runs, with the named point of its own agenda. Its row is held until the transaction ends: two who start
 * two points at once come one after the other, and nobody starts one while the session is being closed.
 */
async function openRun(tx: Tx, actor: Actor, input: RunPoint) {
  const where = { AND: [{ id: input.id, agenda: { some: { id: input.item } } }, visibleTo(actor)] };
  const seen = found(await tx.session.findFirst({ where, select: sessionSelect }), "agendaItem");
  authorise(canRunPoints(actor, seen));
  await lockSession(tx, actor, seen.id);
  const session = found(await tx.session.findFirst({ where, select: sessionSelect }), "agendaItem");
  assertOpen(session, actor.at);
  return session;
}

const sessionSelect = { ...placeSelect, doorsMinutes: true } as const;

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found, StaleError } from "@/lib/platform/errors";
import { renderMarkdown } from "@/lib/platform/markdown";
import {
  type FoundMinutes,
  findMinutes,
  openForWriting,
  recordMinutesEvent,
  rewriteText,
} from "@/lib/sessions/minutes/commands";
import { assertHeld } from "@/lib/sessions/minutes/lifecycle";
import { nameOf } from "@/lib/sessions/minutes/minutes-row";
import type { AddPoint, StartMinutes, WritePoint } from "@/lib/sessions/minutes/schema";
import { decisionsLeft, tasksLeft } from "@/lib/sessions/minutes/writing/commands";
import { canWriteMinutes, visibleTo } from "@/lib/sessions/policy";

/** Where a page goes on after a change of minutes. */
export type MinutesPlace = { id: string; slug: string };

/**
 * Begins the minutes with a part for each point of the agenda and one for what stands before them. Asked again, it adds
 * the points that came into the agenda since.
 */
export async function startMinutes(actor: Actor, input: StartMinutes): Promise<MinutesPlace> {
  return inTransaction(async (tx) => {
    const session = await findMinutes(tx, actor, input.id);
    authorise(canWriteMinutes(actor, session));
    assertHeld(session, actor.at);
    const { count } = await tx.sessionMinutes.createMany({
      data: [{ sessionId: session.id, updatedAt: actor.at }],
      skipDuplicates: true,
    });
    if (count === 0) await openForWriting(tx, actor, session.id);
    const added = await addAgenda(tx, actor, session.id, { withOpening: count === 1 });
    if (count === 1 || added > 0)
      await recordMinutesEvent(tx, actor, session, {
        kind: "sessions.minutesBegun",
        data: { points: added },
      });
    return placeOf(session);
  });
}

async function addAgenda(
  tx: Tx,
  actor: Actor,
  sessionId: string,
  { withOpening }: { withOpening: boolean },
): Promise<number> {
  const agenda = await tx.agendaItem.findMany({
    where: { sessionId },
    orderBy: { position: "asc" },
    select: { id: true, position: true, title: true },
  });
  const written = { sessionId, writtenById: actor.personId, writtenAt: actor.at };
  // The constraint on session and point keeps out what is there already, and what somebody else adds at this moment.
  const { count } = await tx.minutesPoint.createMany({
    data: agenda.map(({ id, position, title }) => ({ ...written, agendaItemId: id, position, title })),
    skipDuplicates: true,
  });
  if (withOpening) await tx.minutesPoint.create({ data: { ...written, position: -1 }, select: { id: true } });
  return count;
}

/** Adds a part for what was spoken of beside the agenda. */
export async function addPoint(actor: Actor, input: AddPoint): Promise<MinutesPlace & { point: string }> {
  return inTransaction(async (tx) => {
    const session = await openForWriting(tx, actor, input.id);
    const last = await tx.minutesPoint.aggregate({
      where: { sessionId: session.id },
      _max: { position: true },
    });
    const point = await tx.minutesPoint.create({
      data: {
        sessionId: session.id,
        title: input.title,
        position: (last._max.position ?? -1) + 1,
        writtenById: actor.personId,
        writtenAt: actor.at,
      },
      select: { id: true },
    });
    await recordMinutesEvent(tx, actor, session, { kind: "sessions.minutesPointAdded" });
    return { ...placeOf(session), point: point.id };
  });
}

/**
 * Writes one part: its text, what was decided and who does what by when. Two people may write two parts at once; of two
 * who write the same part the second is told, and keeps what was typed.
 */
export async function writePoint(actor: Actor, input: WritePoint): Promise<MinutesPlace> {
  const { html } = renderMarkdown(input.text);
  return inTransaction(async (tx) => {
    const { sessionId } = found(
      await tx.minutesPoint.findFirst({
        where: { id: input.point, minutes: { session: visibleTo(actor) } },
        select: { sessionId: true },
      }),
      "minutesPoint",
    );
    const session = await openForWriting(tx, actor, sessionId);
    await writeText(tx, actor, input, html);
    await decisionsLeft(tx, actor, input);
    await tasksLeft(tx, actor, input, session);
    await rewriteText(tx, actor, session.id);
    await recordMinutesEvent(tx, actor, session, {
      kind: "sessions.minutesWritten",
      data: { pointId: input.point },
    });
    return placeOf(session);
  });
}

async function writeText(tx: Tx, actor: Actor, input: WritePoint, html: string): Promise<void> {
  const point = await tx.minutesPoint.findUniqueOrThrow({
    where: { id: input.point },
    select: {
      agendaItemId: true,
      position: true,
      title: true,
      writtenAt: true,
      writtenBy: { select: { givenName: true, familyName: true } },
    },
  });
  const isBeside = point.agendaItemId === null;
  // The opening has no title; any other part keeps one, so that it can be spoken of.
  if (isBeside && point.title !== "" && input.title === "") throw new DomainError("required", {}, "title");
  const { count } = await tx.minutesPoint.updateMany({
    where: { id: input.point, version: input.version },
    data: {
      markdown: input.text,
      html,
      ...(isBeside ? { title: input.title } : {}),
      version: { increment: 1 },
      writtenById: actor.personId,
      writtenAt: actor.at,
    },
  });
  if (count > 0) return;
  throw new StaleError({
    who: point.writtenBy ? nameOf(point.writtenBy) : "Sperimenta",
    at: point.writtenAt,
  });
}

function placeOf(session: FoundMinutes): MinutesPlace {
  return { id: session.id, slug: session.programme.slug };
}

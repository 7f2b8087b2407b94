import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { renderMarkdown } from "@/lib/platform/markdown";
import {
  beginOrOpen,
  openForWriting,
  recordMinutesEvent,
  rewriteText,
} from "@/lib/sessions/minutes/commands";
import type { AddPoint, StartMinutes, WritePoint } from "@/lib/sessions/minutes/schema";
import {
  decisionsLeft,
  overwrite,
  shownPointSelect,
  tasksLeft,
} from "@/lib/sessions/minutes/writing/commands";
import { visibleTo } from "@/lib/sessions/policy";
import { placeOf, type SessionPlace } from "@/lib/sessions/session-place";

/**
 * Begins the minutes with a part for each point of the agenda and one for what stands before them. Asked again, it adds
 * the points that came into the agenda since.
 */
export async function startMinutes(actor: Actor, input: StartMinutes): Promise<SessionPlace> {
  return inTransaction(async (tx) => placeOf(await beginOrOpen(tx, actor, input.id)));
}

/** Adds a part for what was spoken of beside the agenda. */
export async function addPoint(actor: Actor, input: AddPoint): Promise<SessionPlace & { point: string }> {
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
export async function writePoint(actor: Actor, input: WritePoint): Promise<SessionPlace> {
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
    select: { ...shownPointSelect, agendaItemId: true, title: true },
  });
  const isBeside = point.agendaItemId === null;
  // The opening has no title; any other part keeps one, so that it can be spoken of.
  if (isBeside && point.title !== "" && input.title === "") throw new DomainError("required", {}, "title");
  const title = isBeside ? input.title : undefined;
  await overwrite(tx, actor, point, { version: input.version, markdown: input.text, html, title });
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { renderMarkdown } from "@/lib/platform/markdown";
import type { PointPlace } from "@/lib/sessions/live/mutations";
import type { AddDecision, AddTask, ItemName, KeepNotes } from "@/lib/sessions/live/schema";
import { partOf } from "@/lib/sessions/live/writing/part";
import { findNotes } from "@/lib/sessions/live/writing/queries";
import {
  beginOrOpen,
  type FoundMinutes,
  recordMinutesEvent,
  rewriteText,
} from "@/lib/sessions/minutes/commands";
import {
  addDecisionTo,
  addTaskTo,
  overwrite,
  shownPointSelect,
} from "@/lib/sessions/minutes/writing/commands";
import { placeOf } from "@/lib/sessions/session-place";

const longest = 100_000;
/** Within so many minutes what one person writes under one point is one writing, and one line of the log. */
const stretchMs = 10 * 60_000;

/** What was kept, and under which version the next text goes over it. */
export type Kept = PointPlace & { version: number; at: Date };

/**
 * Keeps the notes of a point, which are the text of that point in the minutes: the first notes begin the minutes. Whoever
 * writes over a version that is not the present one is told who was first. The same text sent again changes nothing, since
 * the answer to the first may have been lost.
 */
export async function keepNotes(actor: Actor, input: KeepNotes): Promise<Kept> {
  const markdown = await wholeText(actor, input);
  const { html } = renderMarkdown(markdown);
  return inTransaction(async (tx) => {
    const session = await beginOrOpen(tx, actor, input.id);
    const point = await findPart(tx, session, input.item);
    const kept = { ...placeOf(session), item: input.item, version: point.version, at: point.writtenAt };
    if (point.markdown === markdown) return kept;
    await overwrite(tx, actor, point, { version: input.version, markdown, html });
    await rewriteText(tx, actor, session.id);
    const isGoingOn =
      point.version > 1 &&
      point.writtenById === actor.personId &&
      actor.at.getTime() - point.writtenAt.getTime() < stretchMs;
    // A line for each pause in the typing would tell nothing; the version and its writer stand in the point.
    if (!isGoingOn) await recordMinutesEvent(tx, actor, session, written(point.id));
    return { ...kept, version: input.version + 1, at: actor.at };
  });
}

/** Adds a decision under a point. The same form sent twice is one decision. */
export async function addDecision(actor: Actor, input: AddDecision): Promise<PointPlace> {
  return inTransaction(async (tx) => {
    const session = await beginOrOpen(tx, actor, input.id);
    const { id: pointId } = await findPart(tx, session, input.item);
    const isNew = await addDecisionTo(tx, actor, { id: input.key, pointId, text: input.text });
    if (isNew) await finish(tx, actor, session, pointId);
    return { ...placeOf(session), item: input.item };
  });
}

/** Adds a task under a point; it stands on its owner's first page at once. */
export async function addTask(actor: Actor, input: AddTask): Promise<PointPlace> {
  return inTransaction(async (tx) => {
    const session = await beginOrOpen(tx, actor, input.id);
    const { id: pointId } = await findPart(tx, session, input.item);
    const { key, text, owner, due } = input;
    const isNew = await addTaskTo(tx, actor, session, { id: key, pointId, text, ownerId: owner, due });
    if (isNew) await finish(tx, actor, session, pointId);
    return { ...placeOf(session), item: input.item };
  });
}

async function wholeText(actor: Actor, { id, item, text, how }: KeepNotes): Promise<string> {
  if (how === "over") return text;
  // What is written meanwhile has another version, and is refused in the transaction.
  const before = await findNotes(actor, id, item);
  const whole = [before?.markdown, text].filter(Boolean).join("\n\n");
  if (whole.length > longest) throw new DomainError("tooLong", { max: longest }, "text");
  return whole;
}

/** The part of the minutes that belongs to a point of this session's agenda. */
async function findPart(tx: Tx, session: FoundMinutes, item: ItemName) {
  const part = await tx.minutesPoint.findFirst({
    where: { sessionId: session.id, ...partOf(item) },
    orderBy: { id: "asc" },
    select: shownPointSelect,
  });
  return found(part, "minutesPoint");
}

async function finish(tx: Tx, actor: Actor, session: FoundMinutes, pointId: string): Promise<void> {
  await rewriteText(tx, actor, session.id);
  await recordMinutesEvent(tx, actor, session, written(pointId));
}

function written(pointId: string) {
  return { kind: "sessions.minutesWritten" as const, data: { pointId } };
}

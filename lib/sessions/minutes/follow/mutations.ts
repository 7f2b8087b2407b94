import "server-only";
import { createRequest } from "@/lib/documents/deliverables/requests/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordMinutesEvent } from "@/lib/sessions/minutes/commands";
import { canCompleteTask } from "@/lib/sessions/minutes/policy";
import type { RequestFromDecision, TaskInput } from "@/lib/sessions/minutes/schema";
import { visibleTo } from "@/lib/sessions/policy";
import type { SessionPlace } from "@/lib/sessions/session-place";

/** Says that a task is done: it leaves its owner's first page. Saying it twice changes nothing. */
export async function completeTask(actor: Actor, input: TaskInput): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const task = await findTask(tx, actor, input.task);
    const { count } = await tx.task.updateMany({
      where: { id: input.task, doneAt: null },
      data: { doneAt: actor.at, doneById: actor.personId },
    });
    if (count > 0)
      await recordMinutesEvent(tx, actor, task, {
        kind: "sessions.taskCompleted",
        data: { taskId: input.task },
      });
    return { id: task.id, slug: task.slug };
  });
}

/** Takes that back. */
export async function resumeTask(actor: Actor, input: TaskInput): Promise<SessionPlace> {
  return inTransaction(async (tx) => {
    const task = await findTask(tx, actor, input.task);
    const { count } = await tx.task.updateMany({
      where: { id: input.task, doneAt: { not: null } },
      data: { doneAt: null, doneById: null },
    });
    if (count > 0)
      await recordMinutesEvent(tx, actor, task, {
        kind: "sessions.taskResumed",
        data: { taskId: input.task },
      });
    return { id: task.id, slug: task.slug };
  });
}

async function findTask(tx: Tx, actor: Actor, id: string) {
  const { ownerId, point } = found(
    await tx.task.findFirst({
      where: { id, point: { minutes: { session: visibleTo(actor) } } },
      select: { ownerId: true, point: { select: { minutes: { select: { session: { select: place } } } } } },
    }),
    "task",
  );
  const { session } = point.minutes;
  authorise(canCompleteTask(actor, { ownerId, ...session }));
  return { id: session.id, programmeId: session.programmeId, slug: session.programme.slug };
}

/** Turns a decision into a request of deliverables with a due moment, once; for who asks bodies for deliverables. */
export async function requestFromDecision(
  actor: Actor,
  input: RequestFromDecision,
): Promise<{ id: string; slug: string }> {
  return inTransaction(async (tx) => {
    const { point } = found(
      await tx.decision.findFirst({
        where: { id: input.decision, point: { minutes: { session: visibleTo(actor) } } },
        select: { point: { select: { minutes: { select: { session: { select: place } } } } } },
      }),
      "decision",
    );
    const { session } = point.minutes;
    const request = await createRequest(tx, actor, {
      ...input,
      programme: session.programme.slug,
      sessionId: session.id,
    });
    const { count } = await tx.decision.updateMany({
      where: { id: input.decision, requestId: null },
      data: { requestId: request.id },
    });
    // Two at once: the request of the second goes with the rollback.
    if (count === 0) throw new DomainError("minutes.alreadyRequested");
    await recordMinutesEvent(tx, actor, session, {
      kind: "sessions.decisionRequested",
      data: { decisionId: input.decision, requestId: request.id },
    });
    return request;
  });
}

const place = { id: true, programmeId: true, deputyId: true, programme: { select: { slug: true } } } as const;

import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { recordEvent } from "@/lib/platform/events";

/**
 * Ends the assignment of a thread whose row the caller holds: by a post of whoever was to answer, or since an answer, whose
 * ever, was accepted. Others' posts end nothing: they may be questions again.
 */
export async function endAssignment(
  tx: Tx,
  actor: Actor,
  thread: { id: string; programmeId: string },
  endedAs: "ANSWERED" | "SOLVED",
): Promise<void> {
  const assignment = await tx.threadAssignment.findFirst({
    where: {
      threadId: thread.id,
      endedAt: null,
      ...(endedAs === "ANSWERED" ? { assigneeId: actor.personId ?? "" } : {}),
    },
    select: { id: true, assigneeId: true, dueAt: true },
  });
  if (!assignment) return;
  await tx.threadAssignment.update({
    where: { id: assignment.id },
    data: { endedAt: actor.at, endedAs },
    select: { id: true },
  });
  await recordEvent(tx, actor, {
    kind: "forum.assignmentEnded",
    subject: { kind: "thread", id: thread.id },
    programmeId: thread.programmeId,
    data: {
      assignmentId: assignment.id,
      assignee: assignment.assigneeId,
      endedAs,
      isLate: assignment.dueAt < actor.at,
    },
  });
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { enqueue } from "@/lib/platform/jobs/queue";
import { recordMinutesEvent } from "@/lib/sessions/minutes/commands";
import { moveMinutes } from "@/lib/sessions/minutes/lifecycle";

export type Approval = {
  id: string;
  programmeId: string;
  round: number;
  by: "APPROVED_BY_ALL" | "APPROVED_BY_TERM";
};

/**
 * Approves proposed minutes: locked from now on, their document made by a job. Nothing happens when somebody objected,
 * proposed again or opened the session in the meantime.
 * @returns whether it was this that approved them
 */
export async function approveMinutes(tx: Tx, actor: Actor, approval: Approval): Promise<boolean> {
  const { id: sessionId, round, by } = approval;
  const ended = by === "APPROVED_BY_TERM" ? { termEndsAt: { lt: actor.at } } : {};
  const { count } = await tx.sessionMinutes.updateMany({
    where: { sessionId, state: "PROPOSED", round, ...ended },
    data: {
      state: moveMinutes("PROPOSED", "approve"),
      termEndsAt: null,
      version: { increment: 1 },
      updatedAt: actor.at,
    },
  });
  if (count === 0) return false;
  await tx.minutesRound.update({
    where: { sessionId_number: { sessionId, number: round } },
    data: { endedAs: by, endedAt: actor.at },
  });
  await enqueue(tx, "make-minutes-pdf", { sessionId, round });
  await recordMinutesEvent(tx, actor, approval, {
    kind: "sessions.minutesApproved",
    data: { round, by: by === "APPROVED_BY_ALL" ? "all" : "term" },
  });
  return true;
}

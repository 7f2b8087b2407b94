import "server-only";
import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import type { RecordingRemoval } from "@/lib/platform/db/generated/enums";
import { recordEvent } from "@/lib/platform/events";
import { about } from "@/lib/sessions/session-place";

type Leaving = { id: string; session: { id: string; programmeId: string }; reason: RecordingRemoval };

/**
 * Says of a recording that was on its way out that it is gone: once, whoever of a person and the job comes first.
 * @returns false when the other did
 */
export async function endRemoval(tx: Tx, actor: Actor, { id, session, reason }: Leaving): Promise<boolean> {
  const { count } = await tx.sessionRecording.updateMany({
    where: { id, expiringAt: { not: null }, state: { not: "REMOVED" } },
    data: {
      state: "REMOVED",
      isOpen: false,
      publishedAt: null,
      removedAt: actor.at,
      removalReason: reason,
      version: { increment: 1 },
      updatedAt: actor.at,
    },
  });
  if (count === 0) return false;
  await recordEvent(tx, actor, {
    kind: "sessions.recordingRemoved",
    ...about(session),
    data: { recording: id, reason },
  });
  return true;
}

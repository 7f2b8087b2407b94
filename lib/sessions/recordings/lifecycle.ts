import type { RecordingState } from "@/lib/platform/db/generated/enums";
import { transition } from "@/lib/platform/moves";

export type RecordingMove = "publish" | "unpublish" | "remove";

/** docs/states.md, "Recording". */
export const recordingTransitions = {
  UNPUBLISHED: { publish: "PUBLISHED", remove: "REMOVED" },
  PUBLISHED: { unpublish: "UNPUBLISHED", remove: "REMOVED" },
  REMOVED: {},
} as const satisfies Record<RecordingState, Partial<Record<RecordingMove, RecordingState>>>;

/** Where a move leads; refused with "conference.moveNotAllowed" when the state does not allow it. */
export function nextRecordingState(state: RecordingState, move: RecordingMove): RecordingState {
  return transition<RecordingState, RecordingMove>("conference", recordingTransitions, state, move);
}

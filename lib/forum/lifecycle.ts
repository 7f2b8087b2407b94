import type { ThreadState } from "@/lib/platform/db/generated/enums";
import { type Transitions, transition } from "@/lib/platform/moves";

export type ThreadMove = "answer" | "accept" | "unaccept";

/** docs/states.md, Thread. */
export const threadTransitions = {
  OPEN: { answer: "ANSWERED" },
  ANSWERED: { accept: "SOLVED" },
  SOLVED: { unaccept: "ANSWERED" },
} as const satisfies Transitions<ThreadState, ThreadMove>;

/** Where a move leads. @throws DomainError forum.moveNotAllowed */
export function moveThread(state: ThreadState, move: ThreadMove): ThreadState {
  return transition<ThreadState, ThreadMove>("forum", threadTransitions, state, move);
}

/**
 * The state after somebody has posted: the first post by somebody other than who asked is an answer, later ones move
 * nothing.
 */
export function stateAfterPost(
  thread: { state: ThreadState; authorId: string | null },
  authorId: string | null,
): ThreadState {
  const answers = thread.state === "OPEN" && authorId !== thread.authorId;
  return answers ? moveThread(thread.state, "answer") : thread.state;
}

/** The state of a thread whose posts were moved: what they say, by whatever moves they came to it. */
export function stateOfPosts({
  isAccepted,
  isAnswered,
}: {
  isAccepted: boolean;
  isAnswered: boolean;
}): ThreadState {
  if (isAccepted) return "SOLVED";
  return isAnswered ? "ANSWERED" : "OPEN";
}

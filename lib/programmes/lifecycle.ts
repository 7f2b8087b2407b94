import type { EnrolmentState, ProgrammeState } from "@/lib/platform/db/generated/enums";

export type ProgrammeMove = "openCall" | "start" | "close" | "archive" | "reopen";

/** docs/states.md, "Programme". */
export const programmeTransitions = {
  DRAFT: { openCall: "CALL_OPEN" },
  CALL_OPEN: { start: "RUNNING" },
  RUNNING: { close: "CLOSED" },
  CLOSED: { archive: "ARCHIVED" },
  ARCHIVED: { reopen: "RUNNING" },
} as const satisfies Record<ProgrammeState, Partial<Record<ProgrammeMove, ProgrammeState>>>;

export type EnrolmentMove =
  | "assess"
  | "select"
  | "putOnWaitingList"
  | "refuse"
  | "activate"
  | "conclude"
  | "withdraw";

/** docs/states.md, "Enrolment". */
export const enrolmentTransitions = {
  APPLIED: { assess: "UNDER_ASSESSMENT", withdraw: "WITHDRAWN" },
  UNDER_ASSESSMENT: {
    select: "SELECTED",
    putOnWaitingList: "WAITING",
    refuse: "REFUSED",
    withdraw: "WITHDRAWN",
  },
  WAITING: { select: "SELECTED", refuse: "REFUSED", withdraw: "WITHDRAWN" },
  SELECTED: { activate: "ACTIVE", withdraw: "WITHDRAWN" },
  ACTIVE: { conclude: "CONCLUDED", withdraw: "WITHDRAWN" },
  REFUSED: {},
  WITHDRAWN: {},
  CONCLUDED: {},
} as const satisfies Record<EnrolmentState, Partial<Record<EnrolmentMove, EnrolmentState>>>;

/** The moves that a programme in this state allows, in the order in which a page offers them. */
export function programmeMoves(state: ProgrammeState): ProgrammeMove[] {
  return Object.keys(programmeTransitions[state]) as ProgrammeMove[];
}

/** The moves that an enrolment in this state allows, in the order in which a page offers them. */
export function enrolmentMoves(state: EnrolmentState): EnrolmentMove[] {
  return Object.keys(enrolmentTransitions[state]) as EnrolmentMove[];
}

/** Asked for in the form of these moves; the public page shows it. */
export const movesWithReason: readonly (ProgrammeMove | EnrolmentMove)[] = ["reopen", "refuse", "withdraw"];

/** States of a body that takes part, or has taken part: what the public reads. */
export const partakingStates = ["SELECTED", "ACTIVE", "CONCLUDED"] as const satisfies EnrolmentState[];

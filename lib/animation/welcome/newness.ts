import type { ProgrammeState } from "@/lib/platform/db/generated/enums";

/** Days for which somebody counts as new in a programme. */
export const newDays = 30;

const day = 86_400_000;

/** Whoever began before that moment is new no more. */
export function newSince(at: Date): Date {
  return new Date(at.getTime() - newDays * day);
}

/** Until when somebody counts as new who began then. */
export function newUntil(joinedAt: Date): Date {
  return new Date(joinedAt.getTime() + newDays * day);
}

/** Whether a programme still goes on: into one that is over nobody is welcomed. */
export function isWelcoming(state: ProgrammeState): boolean {
  return state !== "CLOSED" && state !== "ARCHIVED";
}

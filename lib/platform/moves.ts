import { DomainError } from "@/lib/platform/errors";

/** State machine as data: from each state, the moves it allows and where they lead. */
export type Transitions<State extends string, Move extends string> = Record<
  State,
  Partial<Record<Move, State>>
>;

/**
 * Where a move leads.
 * @throws DomainError "<feature>.moveNotAllowed" with `state` and `move`
 */
export function transition<State extends string, Move extends string>(
  feature: string,
  table: Transitions<State, Move>,
  state: State,
  move: Move,
): State {
  const next = table[state][move];
  if (next === undefined) throw new DomainError(`${feature}.moveNotAllowed`, { state, move });
  return next;
}

/** Who reviews a deliverable, in order; null is somebody who is known no more. None = any reviewer of the programme. */
export type Chain = readonly (string | null)[];

/** How many approvals make a deliverable approved. */
export function stepsOf(chain: Chain): number {
  return Math.max(1, chain.length);
}

/** Whose turn it is at a step (from 1); null where anybody may, or where only the coordinator is left to do it. */
export function reviewerAt(chain: Chain, step: number): string | null {
  return chain[step - 1] ?? null;
}

export type Turn = {
  chain: Chain;
  /** from 1 */
  step: number;
};

/**
 * How an actor decides at a turn: in one's own name, in the place of the one named, or not yet. With no chain the first
 * who comes decides.
 */
export function takesTurn(
  { chain, step }: Turn,
  actor: { personId: string | null; isCoordinator: boolean },
): { may: true; standsInForId: string | null } | { may: false; waitsForId: string | null } {
  if (chain.length === 0) return { may: true, standsInForId: null };
  const named = reviewerAt(chain, step);
  if (named !== null && named === actor.personId) return { may: true, standsInForId: null };
  return actor.isCoordinator ? { may: true, standsInForId: named } : { may: false, waitsForId: named };
}

/** The chain as rows. */
export function inOrder(reviewers: readonly string[]): { position: number; personId: string }[] {
  return reviewers.map((personId, index) => ({ position: index + 1, personId }));
}

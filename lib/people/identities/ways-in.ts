/** Columns that tell whether somebody can sign in by themselves. */
export const waysIn = { passwordHash: true, identities: { select: { id: true }, take: 1 } } as const;

/** Whether a person has a password or is known to a provider: a link that was mailed must not open their account. */
export function hasWayIn(person: { passwordHash: string | null; identities: readonly unknown[] }): boolean {
  return person.passwordHash !== null || person.identities.length > 0;
}

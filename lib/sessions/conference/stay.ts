/** A stay in a room; without an end where the provider did not tell of it. */
export type Stay = { joinedAt: Date; leftAt: Date | null };

/** What the join log says of somebody: when they first came, and the minutes they were there where that is known. */
export type PresenceSeen = { joinedAt: Date; minutes: number | null };

/**
 * What the stays of one person come to. Minutes count within the scheduled times alone, twice in two windows counts once,
 * and one stay without an end makes the sum unknown.
 */
export function presenceSeen(
  stays: readonly Stay[],
  session: { startsAt: Date; endsAt: Date },
): PresenceSeen | null {
  const [first, ...rest] = stays.toSorted((a, b) => +a.joinedAt - +b.joinedAt);
  if (!first) return null;
  let milliseconds: number | null = 0;
  let until = session.startsAt;
  for (const { joinedAt, leftAt } of [first, ...rest]) {
    if (leftAt === null || milliseconds === null) {
      milliseconds = null;
      continue;
    }
    const from = later(joinedAt, until);
    const to = leftAt < session.endsAt ? leftAt : session.endsAt;
    milliseconds += Math.max(0, +to - +from);
    until = later(until, to);
  }
  return {
    joinedAt: first.joinedAt,
    minutes: milliseconds === null ? null : Math.round(milliseconds / 60_000),
  };
}

const later = (a: Date, b: Date) => (a > b ? a : b);

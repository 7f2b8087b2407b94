const shortest = 1_000;
const longest = 30_000;
/** Whoever ran for so long was well: what it ended of has nothing to do with the ends before. */
const wellAfter = 60_000;

/**
 * How long to wait, in milliseconds, before something that ended by itself is started again: longer each time, never
 * for ever, and from the beginning once it has run for a while.
 * @returns takes for how long it ran
 */
export function backOff(): (ranFor: number) => number {
  let next = shortest;
  return (ranFor) => {
    const pause = ranFor >= wellAfter ? shortest : next;
    next = Math.min(2 * pause, longest);
    return pause;
  };
}

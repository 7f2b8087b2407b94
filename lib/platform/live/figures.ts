/** What the live streams of this process have done since its start, and how many are open. */
export type LiveFigures = {
  open: number;
  opened: number;
  /** events that were written to readers */
  delivered: number;
  /** readers that were refused, since they or the process had as many as there may be */
  refused: number;
  /** readers that were cut, since they took nothing any more */
  cut: number;
  /** streams that ended because a right or a sign-in had */
  expelled: number;
  /** whether changes are heard of */
  isHearing: boolean;
};

const key = Symbol.for("sperimenta.live-figures");
const keep = globalThis as unknown as Record<symbol, LiveFigures | undefined>;

/** The figures of this process, as they stand; the streams themselves write them. */
export function liveFigures(): LiveFigures {
  keep[key] ??= { open: 0, opened: 0, delivered: 0, refused: 0, cut: 0, expelled: 0, isHearing: false };
  return keep[key];
}

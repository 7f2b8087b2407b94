/** When which part of a stream is to be read; moments in milliseconds of `performance.now()`. */
export type Paces<Part> = {
  /** it is out of date: to be read as soon as its pace allows */
  mark(part: Part): void;
  /** it could not be read: to be tried again after a while */
  putOff(part: Part): void;
  /** @returns the moment of the next reading; infinity when nothing is out of date */
  next(): number;
  isDue(): boolean;
  /** @returns the parts that are due, which then count as read */
  take(): Part[];
};

const tryAgainMs = 2_000;

/** Everything is due at the beginning. Many changes while one part rests come to one reading. */
export function createPaces<Part extends { pauseMs: number }>(
  parts: readonly Part[],
  clock = () => performance.now(),
): Paces<Part> {
  const due = new Map<Part, number>(parts.map((part) => [part, 0]));
  const restsUntil = new Map<Part, number>();
  const isDueAt = (moment: number) => moment <= clock();
  return {
    mark: (part) => {
      if (!due.has(part)) due.set(part, restsUntil.get(part) ?? 0);
    },
    putOff: (part) => void due.set(part, clock() + tryAgainMs),
    next: () => Math.min(Number.POSITIVE_INFINITY, ...due.values()),
    isDue: () => [...due.values()].some(isDueAt),
    take() {
      const taken = [...due].filter(([, moment]) => isDueAt(moment)).map(([part]) => part);
      for (const part of taken) {
        due.delete(part);
        restsUntil.set(part, clock() + part.pauseMs);
      }
      return taken;
    },
  };
}

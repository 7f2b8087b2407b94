import { LRUCache } from "lru-cache";
import { pageCacheFigures } from "@/lib/platform/page-cache/figures";
import type { Packed } from "@/lib/platform/page-cache/pack";
import { concerns, type Tag } from "@/lib/platform/page-cache/tags";

/** An answer with what it shows. */
export type Made = {
  packed: Packed;
  uses: ReadonlySet<Tag>;
  isKept: boolean;
  /** how long it may be given, counted from when its making began */
  lifeMs: number;
};

/** One answer in the making. Who asks meanwhile waits for the same one, unless something changed since it began. */
type Flight = { missed: Tag[]; made: Promise<Made | null> };

export type Store = {
  find(key: string): Packed | undefined;
  /** @returns the answer, made once for all who ask at the same time; null when it is not for the cache after all */
  make(key: string, work: () => Promise<Made | null>): Promise<Packed | null>;
  purge(changed: readonly Tag[]): void;
};

/** Answers in memory, within a number of bytes. What is used least goes first. */
export function createStore(maxBytes: number): Store {
  const kept = new LRUCache<string, Made>({ maxSize: maxBytes, maxEntrySize: Math.ceil(maxBytes / 4) });
  const flying = new Set<Flight>();
  const joinable = new Map<string, Flight>();
  const figures = pageCacheFigures();

  const count = () => Object.assign(figures, { entries: kept.size, bytes: kept.calculatedSize });

  const land = (key: string, flight: Flight, made: Made): void => {
    // Made before the change, known after it: good for who asked then, and for nobody else.
    if (!made.isKept || concerns(flight.missed, made.uses)) {
      figures.unkept++;
      return;
    }
    kept.set(key, made, { size: made.packed.size + key.length, ttl: made.lifeMs });
    count();
  };

  const start = (key: string, work: () => Promise<Made | null>): Flight => {
    const flight: Flight = { missed: [], made: work() };
    flying.add(flight);
    joinable.set(key, flight);
    flight.made = flight.made
      .then((made) => {
        if (made) land(key, flight, made);
        return made;
      })
      .finally(() => {
        flying.delete(flight);
        if (joinable.get(key) === flight) joinable.delete(key);
      });
    return flight;
  };

  return {
    find: (key) => kept.get(key)?.packed,
    async make(key, work) {
      const flight = joinable.get(key) ?? start(key, work);
      return (await flight.made)?.packed ?? null;
    },
    purge(changed) {
      figures.purges++;
      // What an answer in the making will show is not known yet: whoever asks from now on gets another.
      joinable.clear();
      for (const flight of flying) flight.missed.push(...changed);
      for (const [key, made] of kept.entries()) if (concerns(changed, made.uses)) kept.delete(key);
      count();
    },
  };
}

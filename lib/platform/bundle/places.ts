import { DomainError } from "@/lib/platform/errors";

/** Bundles on the way at once: each holds a connection, an open file and its turn at the disk for as long as it takes. */
const most = { ofOne: 2, ofAll: 8 };

const keep = globalThis as unknown as { sperimentaBundles?: Map<string, number> };

/**
 * Takes a place for a bundle of somebody, in this process.
 * @returns what gives it back, once
 * @throws DomainError "portal.bundlesRunning" with the `max` of one person, "portal.bundlesFull"; both pass
 */
export function takePlace(personId: string): () => void {
  keep.sperimentaBundles ??= new Map();
  const running = keep.sperimentaBundles;
  const own = running.get(personId) ?? 0;
  if (own >= most.ofOne) throw new DomainError("portal.bundlesRunning", { max: most.ofOne });
  const all = [...running.values()].reduce((sum, count) => sum + count, 0);
  if (all >= most.ofAll) throw new DomainError("portal.bundlesFull");
  running.set(personId, own + 1);
  let isBack = false;
  return () => {
    if (isBack) return;
    isBack = true;
    const left = (running.get(personId) ?? 1) - 1;
    if (left > 0) running.set(personId, left);
    else running.delete(personId);
  };
}

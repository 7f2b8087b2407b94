import type { Ranked } from "@/lib/search/ranking/queries";
import { mostRanked } from "@/lib/search/schema";
import { byRank } from "@/lib/search/turning";

/** The identifiers of what was found. */
export function idsOf({ rows }: Ranked): string[] {
  return rows.map(({ id }) => id);
}

/** What was found and is among the rows that may be seen. */
export function only({ rows, isCut }: Ranked, visible: { id: string }[]): Ranked {
  const ids = new Set(visible.map(({ id }) => id));
  return { rows: rows.filter(({ id }) => ids.has(id)), isCut };
}

/** Each once, with its best rank, best first, and no more than are kept of one list. */
export function best(...found: Ranked[]): Ranked {
  const ranks = new Map<string, number>();
  for (const { id, rank } of found.flatMap(({ rows }) => rows))
    ranks.set(id, Math.max(rank, ranks.get(id) ?? 0));
  const rows = [...ranks].map(([id, rank]) => ({ id, rank })).toSorted(byRank);
  return {
    rows: rows.slice(0, mostRanked),
    isCut: rows.length > mostRanked || found.some(({ isCut }) => isCut),
  };
}

import { LRUCache } from "lru-cache";

/** A statement is worth keeping once it was asked for so often by one process. */
const often = 20;
/** Each connection keeps its own plans, some 100 kB of memory for a long statement: not more than these. */
const most = 150;
/** Texts that are counted; what is asked more seldom than all these is not kept. */
const counted = 1_000;

/** Stands in statements whose plan depends on the values (`byValues`): words that stand in every text or in none. */
const plannedAnew = "/* planned anew */";

/**
 * Names for the statements that are asked for over and over, so that the server keeps them parsed and, where that is as
 * cheap, planned: a page's statements take longer to plan than to carry out. The server still plans by the values where it
 * expects to gain by it.
 * @returns gives the name of a statement; "" for one that is not kept
 */
export function keepStatements(): (query: { sql: string }) => string {
  const kept = new Map<string, string>();
  const asked = new LRUCache<string, number>({ max: counted });
  return ({ sql }) => {
    const name = kept.get(sql);
    if (name !== undefined) return name;
    if (kept.size >= most || sql.includes(plannedAnew)) return "";
    const times = (asked.get(sql) ?? 0) + 1;
    if (times < often) {
      asked.set(sql, times);
      return "";
    }
    asked.delete(sql);
    const fresh = `kept_${kept.size + 1}`;
    kept.set(sql, fresh);
    return fresh;
  };
}

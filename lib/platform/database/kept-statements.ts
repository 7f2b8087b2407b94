import { LRUCache } from "lru-cache";

/** Begins the texts of statements that are kept (`kept` in `lib/platform/db.ts`). */
const mark = "/* kept */";
/** What the mapper writes bears no mark: it is known by the table that it reads first. */
const mapped = /^SELECT "t0".*? FROM "public"\."(?:thread|thread_link)" AS "t0"/s;
/** Of what the mapper writes, texts differ by the lengths of lists: one is kept when it was asked for so often. */
const often = 20;
/** Each connection keeps its own plans, some 100 kB of memory for a long statement: not more than these. */
const most = 50;

/**
 * Names for the statements of a thread's page and of what surrounds every reserved one, so that the server keeps them
 * parsed and, where that is as cheap, planned: they take longer to plan than to carry out. Others are planned by their
 * values each time: a plan for all values is too dear for some of them, and the server does not know.
 * @returns gives the name of a statement; "" for one that is not kept
 */
export function keepStatements(): (query: { sql: string }) => string {
  const names = new Map<string, string>();
  const asked = new LRUCache<string, number>({ max: 200 });
  return ({ sql }) => {
    const name = names.get(sql);
    if (name !== undefined) return name;
    const isMarked = sql.startsWith(mark);
    if (names.size >= most || !(isMarked || mapped.test(sql))) return "";
    const times = (asked.get(sql) ?? 0) + 1;
    asked.set(sql, times);
    if (!isMarked && times < often) return "";
    const fresh = `kept_${names.size + 1}`;
    names.set(sql, fresh);
    return fresh;
  };
}

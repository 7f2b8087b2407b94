import "server-only";
import { LRUCache } from "lru-cache";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";

/** So long a bound is taken for what it was: what has come since lies on its near side and is looked at all the same. */
const holdsMs = 300_000;

const bounds = new LRUCache<string, string>({ max: 500, ttl: holdsMs });

/** Rows that are counted back from the newest: a table called w, perhaps narrowed, and the column that tells which are new. */
export type Counted = { counted: Prisma.Sql; order: Prisma.Sql };

/**
 * The oldest of so many newest rows, or its moment; null when there are not so many. To count them costs as much as a search
 * and says nothing of anybody: it is remembered for some minutes.
 */
export async function findBound(
  _actor: Actor,
  { counted, order }: Counted,
  rows: number,
): Promise<string | null> {
  const asked = Prisma.sql`select ${order}::text as since from ${counted} order by ${order} desc offset ${rows} limit 1`;
  const key = JSON.stringify([asked.sql, asked.values]);
  const known = bounds.get(key);
  if (known !== undefined) return known;
  const [found] = await db.$queryRaw<{ since: string }[]>(asked);
  // Where rows are too few there is nothing to remember: they become more.
  if (found) bounds.set(key, found.since);
  return found?.since ?? null;
}

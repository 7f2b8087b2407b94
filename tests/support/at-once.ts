import { expect } from "vitest";
import { db } from "@/lib/platform/db";

/**
 * Lets things happen at once for certain: each has begun, one after the other, and waits for a row that is held, or for one
 * of those before it, before the first may go on.
 * @param row its table, as the database calls it, and its id
 */
export async function atOnce<Result>(
  row: { table: string; id: string },
  works: (() => Promise<Result>)[],
): Promise<Result[]> {
  const under: Promise<Result>[] = [];
  await db.$transaction(
    async (tx) => {
      await tx.$queryRawUnsafe(`select from "${row.table}" where id = $1::uuid for update`, row.id);
      for (const work of works) {
        under.push(work());
        await expect.poll(waiting, { timeout: 10_000 }).toBe(under.length);
      }
    },
    { timeout: 15_000 },
  );
  return Promise.all(under);
}

async function waiting(): Promise<number> {
  const [row] = await db.$queryRaw<{ waiting: number }[]>`
    select count(*)::int as waiting from pg_stat_activity
    where wait_event_type = 'Lock' and datname = current_database()`;
  return row?.waiting ?? 0;
}

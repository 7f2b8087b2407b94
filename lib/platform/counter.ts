import type { Tx } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/**
 * The next number of a register's year, from 1. The row stays locked until the transaction ends, so that numbers
 * follow the order of commits, without gap (a rollback gives the number back) and without double.
 */
export async function nextNumber(tx: Tx, register: string, year: number): Promise<number> {
  return found((await nextNumbers(tx, register, { year, count: 1 }))[0], "counter");
}

/** The same for several at once, one after the other. */
export async function nextNumbers(
  tx: Tx,
  register: string,
  { year, count }: { year: number; count: number },
): Promise<number[]> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    insert into counter (register, year, value) values (${register}, ${year}, ${count}::int)
    on conflict (register, year) do update set value = counter.value + ${count}::int
    returning value`;
  const last = found(rows[0], "counter").value;
  return Array.from({ length: count }, (_, index) => last - count + 1 + index);
}

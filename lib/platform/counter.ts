import type { Tx } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/**
 * The next number of a register's year, from 1. The row stays locked until the transaction ends, so that numbers
 * follow the order of commits, without gap (a rollback gives the number back) and without double.
 */
export async function nextNumber(tx: Tx, register: string, year: number): Promise<number> {
  const rows = await tx.$queryRaw<{ value: number }[]>`
    insert into counter (register, year, value) values (${register}, ${year}, 1)
    on conflict (register, year) do update set value = counter.value + 1
    returning value`;
  return found(rows[0], "counter").value;
}

import type { Pool } from "pg";

/** A worker that was not seen for so long is taken for dead. */
export const silence = { seconds: 90 };
const interval = `${silence.seconds} seconds`;

/**
 * Says that a worker process lives, and frees the jobs of those that were killed: they would stay locked for four
 * hours otherwise.
 * @returns how many dead workers held a job
 */
export async function beat(pool: Pool, processId: string, workers: readonly string[]): Promise<number> {
  await pool.query(
    `insert into setting (key, value, updated_at) values ($1, $2::jsonb, now())
     on conflict (key) do update set value = excluded.value, updated_at = now()`,
    [`worker:${processId}`, JSON.stringify({ workers })],
  );
  await pool.query("delete from setting where key like 'worker:%' and updated_at < now() - interval '1 day'");
  const { rows } = await pool.query<{ locked_by: string }>(
    `select distinct locked_by from graphile_worker.jobs
     where locked_at < now() - $1::interval and locked_by not in (
       select jsonb_array_elements_text(value->'workers') from setting
       where key like 'worker:%' and updated_at > now() - $1::interval)`,
    [interval],
  );
  const dead = rows.map((row) => row.locked_by);
  if (dead.length > 0) await pool.query("select graphile_worker.force_unlock_workers($1::text[])", [dead]);
  return dead.length;
}

/** Takes a worker that ends in order out of the list. */
export async function sayGoodbye(pool: Pool, processId: string): Promise<void> {
  await pool.query("delete from setting where key = $1", [`worker:${processId}`]);
}

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { canSeeJobs } from "@/lib/platform/jobs/policy";

/** "dead": every attempt failed, somebody has to look. */
export type JobState = "waiting" | "running" | "failed" | "dead";

/** A job as the administrator sees it. */
export type JobRow = {
  id: string;
  name: string;
  state: JobState;
  attempts: number;
  maxAttempts: number;
  /** kind of the last error */
  error: string | null;
  runAt: Date;
  createdAt: Date;
};

/** Jobs that wait, run or failed, latest first; those that are done leave the queue. `next` continues the list. */
export async function listJobs(
  actor: Actor,
  filters: { state?: JobState } = {},
  window: { after?: string; size?: number } = {},
): Promise<{ rows: JobRow[]; next?: string }> {
  authorise(canSeeJobs(actor));
  const size = window.size ?? 50;
  const after = window.after && /^\d{1,18}$/.test(window.after) ? BigInt(window.after) : null;
  const rows = await db.$queryRaw<(Omit<JobRow, "id"> & { id: bigint })[]>`
    select * from (
      select id, task_identifier as name, attempts, max_attempts as "maxAttempts", last_error as error,
        run_at as "runAt", created_at as "createdAt",
        case when locked_at is not null then 'running' when attempts >= max_attempts then 'dead'
          when last_error is not null then 'failed' else 'waiting' end as state
      from graphile_worker.jobs) job
    where (${filters.state ?? null}::text is null or state = ${filters.state ?? null}::text)
      and (${after}::bigint is null or id < ${after}::bigint)
    order by id desc limit ${size + 1}`;
  const shown = rows
    .slice(0, size)
    .map((row) => ({ ...row, id: String(row.id), error: firstLine(row.error) }));
  const last = shown.at(-1);
  return rows.length > size && last ? { rows: shown, next: last.id } : { rows: shown };
}

// The queue keeps the stack too.
function firstLine(error: string | null): string | null {
  return error?.split("\n")[0]?.replace(/^Error: /, "") ?? null;
}

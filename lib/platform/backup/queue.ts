import type { Section } from "@/lib/platform/backup/format";

/**
 * The jobs that wait, those given up among them: their mails are not sent yet, their receipts not made. They are copied as
 * the queue's own function takes them, so that an archive does not hang on the inside of one version of the queue. One that
 * ran during the backup runs again after a restore: jobs are made to bear that. When the regular ones ran last is left
 * behind: after a restore they are not made up for.
 */
export const queueSection: Section = {
  name: "queue.jobs",
  columns: [
    "identifier",
    "payload",
    "queue_name",
    "run_at",
    "max_attempts",
    "attempts",
    "last_error",
    "key",
    "priority",
  ],
  query: `SELECT t.identifier, j.payload, q.queue_name, j.run_at, j.max_attempts, j.attempts, j.last_error, j.key, j.priority
    FROM graphile_worker._private_jobs j
    JOIN graphile_worker._private_tasks t ON t.id = j.task_id
    LEFT JOIN graphile_worker._private_job_queues q ON q.id = j.job_queue_id
    ORDER BY j.id`,
};

/** Where the jobs are copied to before they are added. */
export const stagedJobs = {
  create: `CREATE TEMPORARY TABLE staged_job (
      position int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, identifier text, payload json, queue_name text,
      run_at timestamptz, max_attempts int, attempts int, last_error text, key text, priority int
    ) ON COMMIT DROP`,
  copyInto: `COPY staged_job (${queueSection.columns.join(", ")}) FROM STDIN`,
  /** Puts them into the queue in place of what was there. */
  enqueue: `
    DELETE FROM graphile_worker._private_jobs;
    CREATE TEMPORARY TABLE added_job ON COMMIT DROP AS
      SELECT (graphile_worker.add_job(identifier, payload, queue_name, run_at, max_attempts, key, priority)).id,
        attempts, last_error
      FROM (SELECT * FROM staged_job ORDER BY position) s;
    UPDATE graphile_worker._private_jobs j SET attempts = a.attempts, last_error = a.last_error
      FROM added_job a WHERE j.id = a.id AND (a.attempts > 0 OR a.last_error IS NOT NULL)`,
};

import { randomUUID } from "node:crypto";
import { EventEmitter } from "node:events";
import { type JobHelpers, Logger, run, type WorkerEvents } from "graphile-worker";
import type { Pool } from "pg";
import { now } from "@/lib/platform/clock";
import { openPool } from "@/lib/platform/database/pool";
import { env } from "@/lib/platform/env";
import { beat, sayGoodbye } from "@/lib/platform/jobs/heartbeat";
import type { Jobs } from "@/lib/platform/jobs/queue";
import { log } from "@/lib/platform/log";

/** What the worker does for each job: every name has its task. */
export type Tasks = { [Name in keyof Jobs]: (payload: Jobs[Name], at: Date) => Promise<unknown> };

export type RunningWorker = {
  /** lets running jobs end, takes no new ones */
  stop(): Promise<void>;
  /** ends when the worker does, with an error when it broke down */
  ended: Promise<void>;
};

const beatEvery = 20_000;

/** The queue tells each job that starts or ends at "info". */
const logLevels = { error: "error", warning: "warn", info: "debug", debug: "trace" } as const;

/**
 * Jobs that are done at once, of each sort. A mail server that hangs holds the hands for mail and no other, and so does a
 * file that takes its reader a minute. Not a queue of the database's for them: it is still taken when the next job is
 * asked for, and the worker slept after each mail.
 */
const hands = { mail: 2, files: 1, other: 2 };

/**
 * Starts the jobs of the queue and the crontab (times in UTC).
 * @param options pollInterval: milliseconds after which a worker without a job asks for one that nobody announced
 */
export async function startWorker(
  tasks: Tasks,
  options: { crontab?: string; pollInterval?: number } = {},
): Promise<RunningWorker> {
  const pool = openPool(
    { connectionString: env().DATABASE_URL, max: 8, connectionTimeoutMillis: 5_000, keepAlive: true },
    (error) => log.warn({ err: error }, "worker lost a connection"),
  );
  const events = new EventEmitter() as WorkerEvents;
  const workers = new Set<string>();
  events.on("worker:create", ({ worker }) => workers.add(worker.workerId));
  events.on("worker:stop", ({ worker }) => workers.delete(worker.workerId));
  const {
    "send-mail": sendMail,
    "read-text": readText,
    "read-signatures": readSignatures,
    ...others
  } = tasks;
  const start = (taskList: Partial<Tasks>, concurrency: number, crontab: string) =>
    run({
      pgPool: pool,
      taskList: Object.fromEntries(
        Object.entries(taskList).map(([name, task]) => [name, guarded(name, task)]),
      ),
      crontab,
      concurrency,
      ...(options.pollInterval ? { pollInterval: options.pollInterval } : {}),
      noHandleSignals: true,
      events,
      logger: new Logger(() => (level, message) => {
        log[logLevels[level]](message);
      }),
    });
  const runners = [
    await start(others, hands.other, options.crontab ?? ""),
    await start({ "send-mail": sendMail }, hands.mail, ""),
    await start({ "read-text": readText, "read-signatures": readSignatures }, hands.files, ""),
  ];
  const stopBeating = keepBeating(pool, workers);
  // One that ended by itself refuses to be stopped.
  const stop = () => Promise.allSettled(runners.map((runner) => runner.stop()));
  // Where one breaks down the others have no reason to go on: whoever started them starts them again.
  const ended = Promise.race(runners.map((runner) => runner.promise)).finally(async () => {
    await stop();
    await Promise.allSettled(runners.map((runner) => runner.promise));
    await stopBeating();
    await pool.end();
  });
  return {
    ended,
    async stop() {
      await stop();
      await ended;
    },
  };
}

/** A failed job keeps the kind of its error only: texts of errors hold values, and the queue is shown. */
function guarded(name: string, task: (payload: never, at: Date) => Promise<unknown>) {
  return async (payload: unknown, { job }: JobHelpers): Promise<void> => {
    try {
      await task(payload as never, now());
    } catch (error) {
      const isLast = job.attempts >= job.max_attempts;
      log[isLast ? "error" : "warn"](
        { err: error, job: job.id, task: name, attempts: job.attempts },
        "job failed",
      );
      const { name: kind = "Error", code } = error as { name?: string; code?: unknown };
      throw new Error(typeof code === "string" ? `${kind} ${code}` : kind, { cause: error });
    }
  };
}

function keepBeating(pool: Pool, workers: ReadonlySet<string>): () => Promise<void> {
  const processId = randomUUID();
  let last: Promise<void> = Promise.resolve();
  const tick = () => {
    last = beat(pool, processId, [...workers]).then(
      (freed) => {
        if (freed > 0) log.warn({ freed }, "jobs of dead workers freed");
      },
      (error: unknown) => log.warn({ err: error }, "worker could not say that it lives"),
    );
  };
  tick();
  const timer = setInterval(tick, beatEvery);
  return async () => {
    clearInterval(timer);
    await last;
    await sayGoodbye(pool, processId).catch(() => undefined);
  };
}

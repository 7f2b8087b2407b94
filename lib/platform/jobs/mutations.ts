import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { canRetryJob } from "@/lib/platform/jobs/policy";

/** Starts a dead job again from its first attempt, once the cause is removed. */
export async function retryJob(actor: Actor, { id }: { id: string }): Promise<void> {
  authorise(canRetryJob(actor));
  if (!/^\d{1,12}$/.test(id)) throw new NotFoundError("job");
  await inTransaction(async (tx) => {
    const [job] = await tx.$queryRaw<{ name: string }[]>`
      select task_identifier as name from graphile_worker.jobs
      where id = ${BigInt(id)}::bigint and attempts >= max_attempts and locked_at is null`;
    if (!job) throw new DomainError("portal.jobNotRetried");
    await tx.$executeRaw`select graphile_worker.reschedule_jobs(
      array[${BigInt(id)}::bigint], run_at => now(), attempts => 0)`;
    await recordEvent(tx, actor, {
      kind: "portal.jobRetried",
      // The queue counts its jobs; the log knows things by identifiers of one form.
      subject: { kind: "job", id: `00000000-0000-0000-0000-${id.padStart(12, "0")}` },
      data: { task: job.name },
    });
  });
}

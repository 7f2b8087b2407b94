import type { Tx } from "@/lib/platform/db";

/** Tasks of the worker and what each is given. */
export type Jobs = {
  /** decides who hears of an event and writes their mails */
  notify: { eventId: string };
  /** writes the one mail of a notification that nothing joins any more */
  "mail-line": { notificationId: string };
  /** puts the digests of the day together */
  "send-digests": Record<string, never>;
  /** sends one mail of the outbox */
  "send-mail": { mailId: string };
  /** mails a link for a new password, when somebody of that address has an account */
  "send-password-reset": { email: string; askedAt: string };
  /** puts a file together that came in parts, and hands it to what it is meant for */
  "receive-upload": { uploadId: string };
  /** has the scanner look at bytes that somebody put in */
  "scan-object": { sha256: string };
  /** reads the text of bytes that are a version */
  "read-text": { sha256: string };
  /** puts versions into the queue whose text, or whose signatures, were not read yet */
  "catch-up-texts": Record<string, never>;
  /** reads who signed some bytes */
  "read-signatures": { sha256: string };
  /** makes the PDF receipt of a submission */
  "make-receipt": { submissionId: string };
  /** makes the PDF register of a deliverable that was locked */
  "make-register": { deliverableId: string };
  /** writes to the people of a body what it owes, as somebody asked on that day */
  "remind-body": { programmeId: string; organisationId: string; day: string; isWhole: boolean };
  /** reminds of what is due soon or was due a short while ago */
  "remind-deliverables": Record<string, never>;
  /** reminds those concerned of a session, at one of its moments before that start */
  "remind-session": { sessionId: string; moment: "DAYS_7" | "HOURS_24" | "MINUTES_15"; startsAt: string };
  /** puts the reminders of sessions to come into the queue that are not there */
  "plan-reminders": Record<string, never>;
  /** ends invitations of people who left, so that others get their places */
  "end-invitations": Record<string, never>;
  /** locks what was approved 24 hours ago */
  "lock-approved": Record<string, never>;
  /** makes the PDF of minutes that were approved in a round */
  "make-minutes-pdf": { sessionId: string; round: number };
  /** approves minutes whose term passed without objection */
  "approve-minutes": Record<string, never>;
  /** publishes an announcement whose moment has come */
  "publish-announcement": { announcementId: string };
  /** writes the mails of an issue of a newsletter, at its moment */
  "send-newsletter": { issueId: string };
  /** reminds those who have not answered a poll that closes within a day */
  "remind-polls": Record<string, never>;
  /** publishes posts that were written beforehand and whose moment has come */
  "publish-scheduled": Record<string, never>;
  /** rewrites derived text made by an older renderer */
  "rebuild-derived": Record<string, never>;
  /** gathers the words of titles, with which those typed wrong in a search are compared */
  "gather-words": Record<string, never>;
  /** writes who has left the meetings that run */
  "follow-meetings": Record<string, never>;
  /** looks for recordings of sessions that ended */
  "fetch-recordings": Record<string, never>;
  /** removes recordings that are kept no longer */
  "expire-recordings": Record<string, never>;
  /** deletes for good what is in the trash longer than it is kept */
  "purge-trash": Record<string, never>;
  /** removes bytes that nothing points to, expired links, ended sign-ins */
  sweep: Record<string, never>;
};

/**
 * Adds a job in the transaction of the change that causes it: seen by the worker only after the commit, gone with a
 * rollback. `key` makes it unique: a second job of the same key replaces the first while that waits.
 */
export async function enqueue<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  payload: Jobs[Name],
  options: { key?: string; runAt?: Date; attempts?: number } = {},
): Promise<void> {
  await tx.$executeRaw`select graphile_worker.add_job(
    ${name}::text,
    ${JSON.stringify(payload)}::json,
    run_at => ${options.runAt ?? null}::timestamptz,
    max_attempts => ${options.attempts ?? 10}::int,
    job_key => ${options.key ?? null}::text
  )`;
}

/** Adds many jobs of a name by one statement. `priority`: those with a higher number wait for those with a lower one (0). */
export async function enqueueEach<Name extends keyof Jobs>(
  tx: Tx,
  name: Name,
  jobs: readonly { payload: Jobs[Name]; key: string }[],
  options: { attempts: number; priority: number },
): Promise<void> {
  await tx.$queryRaw`
    select count(graphile_worker.add_job(
      ${name}::text,
      job.payload::json,
      max_attempts => ${options.attempts}::int,
      job_key => job.key,
      priority => ${options.priority}::int
    )) from unnest(
      ${jobs.map(({ payload }) => JSON.stringify(payload))}::text[], ${jobs.map(({ key }) => key)}::text[]
    ) as job(payload, key)`;
}

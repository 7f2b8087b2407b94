import { randomUUID } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { DomainError, ForbiddenError } from "@/lib/platform/errors";
import { readHealth } from "@/lib/platform/health";
import { retryJob } from "@/lib/platform/jobs/mutations";
import { listJobs } from "@/lib/platform/jobs/queries";
import { enqueue, type Jobs } from "@/lib/platform/jobs/queue";
import { type RunningWorker, startWorker, type Tasks } from "@/lib/platform/jobs/runner";
import { enqueueMail } from "@/lib/platform/mail/queue";
import { actorAs } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";

const done: { name: keyof Jobs; payload: unknown; at: Date }[] = [];
let failing = true;
let running: RunningWorker | undefined;

const note =
  <Name extends keyof Jobs>(name: Name) =>
  async (payload: Jobs[Name], at: Date) => {
    done.push({ name, payload, at });
  };
const tasks: Tasks = {
  notify: note("notify"),
  "mail-line": note("mail-line"),
  "send-digests": note("send-digests"),
  "send-mail": note("send-mail"),
  "send-password-reset": note("send-password-reset"),
  "make-receipt": async () => {
    if (failing) throw new DomainError("documents.secretOfAPerson", { text: "a secret" });
  },
  "remind-body": note("remind-body"),
  "remind-deliverables": note("remind-deliverables"),
  "make-register": note("make-register"),
  "remind-session": note("remind-session"),
  "plan-reminders": note("plan-reminders"),
  "end-invitations": note("end-invitations"),
  "lock-approved": note("lock-approved"),
  "follow-meetings": note("follow-meetings"),
  "gather-words": note("gather-words"),
  "fetch-recordings": note("fetch-recordings"),
  "expire-recordings": note("expire-recordings"),
  "receive-upload": note("receive-upload"),
  "scan-object": note("scan-object"),
  "read-text": note("read-text"),
  "read-signatures": note("read-signatures"),
  "catch-up-texts": note("catch-up-texts"),
  "make-minutes-pdf": note("make-minutes-pdf"),
  "approve-minutes": note("approve-minutes"),
  "remind-polls": note("remind-polls"),
  "publish-announcement": note("publish-announcement"),
  "send-newsletter": note("send-newsletter"),
  "rebuild-derived": note("rebuild-derived"),
  "publish-scheduled": note("publish-scheduled"),
  "purge-trash": note("purge-trash"),
  sweep: note("sweep"),
};

const put = <Name extends keyof Jobs>(name: Name, payload: Jobs[Name], options = {}) =>
  db.$transaction((tx) => enqueue(tx, name, payload, options));
const submissionId = "0192a000-0000-7000-8000-000000000000";

beforeEach(async () => {
  done.length = 0;
  failing = true;
});
afterEach(async () => {
  await running?.stop();
  running = undefined;
});

describe("the worker", () => {
  test("does a job after its change is committed, with the payload and the present moment", async () => {
    running = await startWorker(tasks);
    await put("send-mail", { mailId: "a" });
    await vi.waitFor(() => expect(done).toHaveLength(1));
    expect(done[0]).toMatchObject({ name: "send-mail", payload: { mailId: "a" } });
    expect(done[0]?.at).toBeInstanceOf(Date);
  });

  test("never sees the job of a change that failed", async () => {
    running = await startWorker(tasks);
    const failed = db.$transaction(async (tx) => {
      await enqueue(tx, "send-mail", { mailId: "never" });
      throw new Error("the change failed");
    });
    await expect(failed).rejects.toThrow();
    await put("send-mail", { mailId: "after" });
    await vi.waitFor(() => expect(done).toHaveLength(1));
    expect(done[0]?.payload).toEqual({ mailId: "after" });
  });

  test("goes from mail to mail without a pause", async () => {
    const mails = Array.from({ length: 40 }, () => randomUUID());
    await db.$transaction(async (tx) => {
      for (const id of mails) await enqueueMail(tx, id);
    });
    // Whoever sleeps now sleeps until the test is over.
    running = await startWorker(tasks, { pollInterval: 600_000 });
    await vi.waitFor(() => expect(done).toHaveLength(mails.length), { timeout: 20_000 });
    expect(new Set(done.map(({ payload }) => (payload as Jobs["send-mail"]).mailId))).toEqual(new Set(mails));
  });

  test("keeps one waiting job per key", async () => {
    await put("sweep", {}, { key: "once" });
    await put("sweep", {}, { key: "once" });
    running = await startWorker(tasks);
    await put("lock-approved", {});
    await vi.waitFor(() => expect(done.map(({ name }) => name).sort()).toEqual(["lock-approved", "sweep"]));
  });

  test("frees the jobs of a worker that was killed", async () => {
    await put("send-mail", { mailId: "held" });
    await db.$executeRaw`update graphile_worker._private_jobs
      set locked_by = 'a-dead-worker', locked_at = now() - interval '5 minutes', attempts = 1`;
    running = await startWorker(tasks);
    await vi.waitFor(() => expect(done).toHaveLength(1), { timeout: 15_000 });
  });

  test("says that it lives, and takes its leave", async () => {
    expect((await readHealth()).worker).toBe("silent");
    running = await startWorker(tasks);
    await vi.waitFor(async () => expect(await readHealth()).toMatchObject({ status: "ok", worker: "ok" }));
    await running.stop();
    running = undefined;
    expect((await readHealth()).worker).toBe("silent");
  });
});

describe("a job whose every attempt failed", () => {
  test("is shown as dead with the kind of its error, and starts again when an administrator wants it", async () => {
    const administrator = await actorAs("ADMINISTRATOR");
    running = await startWorker(tasks);
    await put("make-receipt", { submissionId }, { attempts: 1 });
    const dead = await vi.waitFor(async () => {
      const [row] = (await listJobs(administrator, { state: "dead" })).rows;
      expect(row).toBeDefined();
      return row as NonNullable<typeof row>;
    });
    expect(dead).toMatchObject({
      name: "make-receipt",
      attempts: 1,
      maxAttempts: 1,
      error: "DomainError documents.secretOfAPerson",
    });
    expect(JSON.stringify(dead)).not.toContain(submissionId);
    expect(await readHealth()).toMatchObject({ status: "degraded", deadJobs: 1 });
    failing = false;
    await retryJob(administrator, { id: dead.id });
    await vi.waitFor(async () => expect((await readHealth()).deadJobs).toBe(0));
    expect(await db.event.findFirst({ where: { kind: "portal.jobRetried" } })).toMatchObject({
      data: { task: "make-receipt" },
    });
    await expect(retryJob(administrator, { id: dead.id })).rejects.toMatchObject({
      code: "portal.jobNotRetried",
    });
  });

  test("is not seen by others", async () => {
    await expect(listJobs(await actorAs("PRIVACY_OFFICER"))).rejects.toThrow(ForbiddenError);
  });

  let officer: Actor;
  beforeEach(async () => {
    officer = await actorAs("PRIVACY_OFFICER");
  });
  denied("retryJob", "to a data-protection officer", () => retryJob(officer, { id: "1" }));
});

test("the list of jobs goes on from page to page without repeating", async () => {
  const administrator = await actorAs("ADMINISTRATOR");
  const later = new Date(Date.now() + 3_600_000);
  for (let index = 0; index < 5; index += 1)
    await put("send-mail", { mailId: String(index) }, { runAt: later });
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page = await listJobs(
      administrator,
      { state: "waiting" },
      { size: 2, ...(after ? { after } : {}) },
    );
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next;
  } while (after);
  expect(new Set(seen).size).toBe(seen.length);
  expect(seen.length).toBeGreaterThanOrEqual(5);
});

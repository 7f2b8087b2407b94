import { setTimeout as wait } from "node:timers/promises";
import type { DurableData } from "./durable";
import { brokenFiles, brokenRules } from "./invariants";
import { type PortalProcess, startWeb, startWorker } from "./portal";
import { makeWriters, newKey, type Writer } from "./writers";

/** What is killed in a round. */
export type Victim = "web" | "worker" | "database";

/** What happened in all rounds together; the lists are empty when all is well. */
export type CrashReport = {
  acknowledged: number;
  unanswered: number;
  /** acknowledged, and not there exactly once */
  lost: string[];
  /** sent without an answer, and there more than once; a post also when it is not there after it was sent again */
  doubled: string[];
  broken: string[];
};

type Attempt = { writer: Writer; key: string; isAcknowledged: boolean };
type Scene = {
  data: DurableData;
  settings: Record<string, string>;
  web: PortalProcess;
  worker: PortalProcess;
};

/** Kills one process a round while four people write, puts another in its place, and looks at what is there. */
export async function crashAgainAndAgain(
  data: DurableData,
  victims: Victim[],
  more: Record<string, string> = {},
): Promise<CrashReport> {
  const settings = { LIMITS_FACTOR: "10000", LOG_LEVEL: "fatal", ...more };
  const web = await startWeb(data, settings);
  const scene: Scene = {
    data,
    settings,
    web,
    worker: startWorker(data, settings),
  };
  const writers = await makeWriters(data, web);
  const report: CrashReport = { acknowledged: 0, unanswered: 0, lost: [], doubled: [], broken: [] };
  const acknowledged: Attempt[] = [];
  for (const [round, victim] of victims.entries()) {
    const attempts = await writeUntilKilled(scene, writers, victim);
    const unanswered = attempts.filter((one) => !one.isAcknowledged);
    await settle(scene, unanswered, report);
    report.unanswered += unanswered.length;
    acknowledged.push(...attempts.filter((one) => one.isAcknowledged));
    for (const rule of await brokenRules(data)) report.broken.push(`round ${round} (${victim}): ${rule}`);
  }
  await Promise.all([scene.web.stop(), scene.worker.stop()]);
  report.acknowledged = acknowledged.length;
  report.lost = await missing(acknowledged);
  await sweep(data, settings);
  report.broken.push(...(await brokenRules(data)), ...(await brokenFiles(data, { isSwept: true })));
  return report;
}

async function writeUntilKilled(scene: Scene, writers: Writer[], victim: Victim): Promise<Attempt[]> {
  const next = victim === "web" ? await startWeb(scene.data, scene.settings) : scene.web;
  const attempts: Attempt[] = [];
  let isOver = false;
  let answered: () => void = () => undefined;
  const inFullSwing = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const lanes = writers.map(async (writer) => {
    while (!isOver) {
      const attempt = { writer, key: newKey(), isAcknowledged: false };
      attempts.push(attempt);
      attempt.isAcknowledged = await writer.write(scene.web, attempt.key).catch(() => false);
      if (attempt.isAcknowledged) answered();
    }
  });
  await inFullSwing;
  await wait(Math.random() * 250);
  const replaced = kill(scene, victim, next);
  await wait(50);
  isOver = true;
  await Promise.all([replaced, ...lanes]);
  await untilAnswered(scene.web);
  return attempts;
}

/** Kills one and puts another in its place: the next web server runs already. */
async function kill(scene: Scene, victim: Victim, next: PortalProcess): Promise<void> {
  const { data, settings } = scene;
  if (victim === "web") {
    await scene.web.kill();
    scene.web = next;
  } else if (victim === "worker") {
    await scene.worker.kill();
    scene.worker = startWorker(data, settings);
  } else {
    await data.crash("SIGKILL");
    await data.restart();
  }
}

async function untilAnswered(web: PortalProcess): Promise<void> {
  let isOver = false;
  void web.exit.then(() => {
    isOver = true;
  });
  while ((await fetch(`${web.url}/api/calendar/public`).catch(() => null))?.status !== 200) {
    if (isOver) throw new Error(`the web server ended, and nobody had killed it\n${web.said()}`);
    await wait(20);
  }
}

/** What got no answer is sent again under its key, as people do: a post is then there once. */
async function settle(scene: Scene, unanswered: Attempt[], report: CrashReport): Promise<void> {
  for (const { writer, key } of unanswered) {
    if (writer.kind === "post") await writeAgain(scene, writer, key);
    const times = await writer.landed(key);
    const isRight = writer.kind === "post" ? times === 1 : times <= 1;
    if (!isRight) report.doubled.push(`${writer.kind} ${key}: ${times}`);
  }
}

/** Nobody kills anything now: a web server that does not answer ended by itself, and what it said tells why. */
async function writeAgain({ web }: Scene, writer: Writer, key: string): Promise<void> {
  await writer.write(web, key).catch((error: unknown) => {
    throw new Error(`the web server gave no answer\n${web.said()}`, { cause: error });
  });
}

async function missing(attempts: Attempt[]): Promise<string[]> {
  const lost: string[] = [];
  for (const { writer, key } of attempts) {
    if ((await writer.landed(key)) !== 1) lost.push(`${writer.kind} ${key}`);
  }
  return lost;
}

/** The sweep of the day after tomorrow: what is younger than a day might still be on its way. */
async function sweep(data: DurableData, settings: Record<string, string>): Promise<void> {
  const later = new Date(Date.now() + 2 * 86_400_000).toISOString();
  await data.rows("select graphile_worker.add_job('sweep', '{}'::json, job_key => 'crash-sweep')");
  const worker = startWorker(data, { ...settings, SPERIMENTA_CLOCK: later });
  await data.until("not exists (select from graphile_worker.jobs where key = 'crash-sweep')");
  await worker.stop();
}

/** Lets a worker send every mail that waits, also those whose worker was killed. */
export async function sendWhatWaits(data: DurableData, smtpUrl: string): Promise<void> {
  const worker = startWorker(data, { SMTP_URL: smtpUrl, LOG_LEVEL: "fatal" });
  await data.until("not exists (select from mail where state in ('QUEUED', 'FAILED'))");
  await worker.stop();
}

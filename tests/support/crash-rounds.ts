import { setTimeout as wait } from "node:timers/promises";
import type { DurableData } from "./durable";
import { brokenFiles, brokenRules } from "./invariants";
import { type PortalProcess, startWeb, startWorker } from "./portal";
import { makeWriters, newKey, type Writer } from "./writers";

/** What is killed in a round. */
export type Victim = "web" | "worker" | "database";

/** What happened in all rounds together; the lists are empty when all is well. */
export type CrashReport = {
  rounds: Record<Victim, number>;
  acknowledged: number;
  unanswered: number;
  /** acknowledged, and not there exactly once */
  lost: string[];
  /** sent again under the same key, and not there exactly once */
  doubled: string[];
  broken: string[];
  /** milliseconds from the kill to the first answer, slowest last */
  ready: number[];
};

/** `within`: no further round begins after so many milliseconds, on a machine that has much else to do */
export type CrashSettings = { within?: number; smtpUrl?: string };

type Attempt = { writer: Writer; key: string; isAcknowledged: boolean };
type Scene = {
  data: DurableData;
  web: PortalProcess;
  worker: PortalProcess;
  writers: Writer[];
  settings: Record<string, string>;
};

/** Kills one process a round while four people write, starts it again, and looks at what is there. */
export async function crashAgainAndAgain(
  data: DurableData,
  victims: Victim[],
  { within = Number.POSITIVE_INFINITY, smtpUrl }: CrashSettings = {},
): Promise<CrashReport> {
  const begin = performance.now();
  const settings = { LIMITS_FACTOR: "10000", LOG_LEVEL: "fatal", ...(smtpUrl ? { SMTP_URL: smtpUrl } : {}) };
  const web = await startWeb(data, settings);
  const scene: Scene = {
    data,
    web,
    worker: startWorker(data, settings),
    writers: await makeWriters(data, web),
    settings,
  };
  const report: CrashReport = {
    rounds: { web: 0, worker: 0, database: 0 },
    acknowledged: 0,
    unanswered: 0,
    lost: [],
    doubled: [],
    broken: [],
    ready: [],
  };
  const all: Attempt[] = [];
  for (const victim of victims) {
    if (performance.now() - begin > within) break;
    const attempts = await oneRound(scene, victim, report);
    all.push(...attempts);
    await settle(scene, attempts, report);
    report.rounds[victim] += 1;
    const broken = await brokenRules(data);
    if (broken.length > 0) {
      report.broken.push(...broken, `after the end of the ${victim}`);
      break;
    }
  }
  report.lost.push(...(await missing(all.filter((one) => one.isAcknowledged))));
  await Promise.all([scene.web.stop(), scene.worker.stop()]);
  await sweep(data, settings);
  report.broken.push(...(await brokenRules(data)), ...(await brokenFiles(data, { isSwept: true })));
  report.ready.sort((one, other) => one - other);
  return report;
}

async function oneRound(scene: Scene, victim: Victim, report: CrashReport): Promise<Attempt[]> {
  const attempts: Attempt[] = [];
  let isOver = false;
  let answered: () => void = () => undefined;
  const inFullSwing = new Promise<void>((resolve) => {
    answered = resolve;
  });
  const lanes = scene.writers.map(async (writer) => {
    while (!isOver) {
      const attempt = { writer, key: newKey(), isAcknowledged: false };
      attempts.push(attempt);
      attempt.isAcknowledged = await writer.write(scene.web, attempt.key).catch(() => false);
      answered();
    }
  });
  await inFullSwing;
  await wait(10 + Math.random() * 490);
  const killed = performance.now();
  const back = kill(scene, victim);
  await wait(50);
  isOver = true;
  await Promise.all([back, ...lanes]);
  await untilAnswered(scene.web);
  report.ready.push(Math.round(performance.now() - killed));
  return attempts;
}

async function kill(scene: Scene, victim: Victim): Promise<void> {
  const { data, settings } = scene;
  if (victim === "web") {
    await scene.web.kill();
    scene.web = await startWeb(data, settings);
  } else if (victim === "worker") {
    await scene.worker.kill();
    scene.worker = startWorker(data, settings);
  } else {
    await data.crash(Math.random() < 0.5 ? "SIGKILL" : "SIGQUIT");
    await data.restart();
  }
}

async function untilAnswered({ url }: PortalProcess): Promise<void> {
  while ((await fetch(`${url}/programmi`).catch(() => null))?.status !== 200) await wait(20);
}

/** What got no answer is sent again under its key, as people do: a post is then there once. */
async function settle(scene: Scene, attempts: Attempt[], report: CrashReport): Promise<void> {
  const acknowledged = attempts.filter((one) => one.isAcknowledged);
  const unanswered = attempts.filter((one) => !one.isAcknowledged);
  report.acknowledged += acknowledged.length;
  report.unanswered += unanswered.length;
  report.lost.push(...(await missing(acknowledged)));
  for (const { writer, key } of unanswered) {
    if (writer.kind === "post") await writer.write(scene.web, key);
    const times = await writer.landed(key);
    const isRight = writer.kind === "post" ? times === 1 : times <= 1;
    if (!isRight) report.doubled.push(`${writer.kind} ${key}: ${times}`);
  }
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
  const waiting = "select from graphile_worker.jobs where key = 'crash-sweep'";
  while ((await data.rows(waiting)).length > 0) await wait(100);
  await worker.stop();
}

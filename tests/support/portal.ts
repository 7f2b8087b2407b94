import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { cpSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type pg from "pg";
import { inject } from "vitest";
import { type DatabaseUrls, withClient, withDatabase } from "@/lib/platform/database/connection";
import { cookiesOf, signInAt, submitFormAt } from "@/scripts/testing/plain-browser";

/** A Tuesday morning: the running edition's kick-off was ten weeks before. */
export const portalClock = "2026-03-24T09:00:00+01:00";

const secret = "a secret that only the tests use, 32 characters and more";

/** One database with its folder of files: several processes may serve it. */
export type PortalData = {
  /** as the running portal's role, and as the owner */
  url: string;
  migrationUrl: string;
  dataDir: string;
  /** rows, as the owner sees them */
  rows<Row extends object>(sql: string, values?: unknown[]): Promise<Row[]>;
};

/** A process of the portal: the web server of the last build, or a worker. */
export type PortalProcess = {
  /** the web server's address, without a final slash; of a worker, the empty text */
  url: string;
  pid: number;
  /** what it has written so far, standard output and errors */
  said(): string;
  exit: Promise<number | null>;
  stop(): Promise<number | null>;
  kill(): Promise<void>;
};

/** A copy of the demonstration (or, on request, an empty migrated database) for one file of tests. */
export async function openData(from: "demonstration" | "empty" = "demonstration"): Promise<PortalData> {
  const server = inject("testServer");
  const demonstration = inject("demonstration");
  const name = `${server.prefix}_${randomBytes(4).toString("hex")}`;
  const template = from === "empty" ? server.template : demonstration.template;
  await withClient(server.migrationUrl, (client) =>
    client.query(`CREATE DATABASE "${name}" TEMPLATE "${template}"`),
  );
  const dataDir = mkdtempSync(join(server.dataDir, "portal-"));
  if (from === "demonstration") cpSync(demonstration.dataDir, dataDir, { recursive: true });
  const urls = { url: withDatabase(server.url, name), migrationUrl: withDatabase(server.migrationUrl, name) };
  return dataAt(urls, dataDir);
}

/** A database that is there, with its folder of files. */
export function dataAt({ url, migrationUrl }: DatabaseUrls, dataDir: string): PortalData {
  return {
    url,
    migrationUrl,
    dataDir,
    rows: <Row extends object>(sql: string, values: unknown[] = []) =>
      withClient(migrationUrl, async (client: pg.Client) => (await client.query<Row>(sql, values)).rows),
  };
}

/** Starts the web server, or another one in its place, on data and waits until it answers. */
export async function startWeb(
  data: PortalData,
  settings: Record<string, string> = {},
  script = "scripts/server.ts",
): Promise<PortalProcess> {
  const port = settings.PORT ?? String(await freePort());
  const child = run(script, data, { ...settings, PORT: port });
  const running = processOf(child, `http://localhost:${port}`);
  let isOver = false;
  void running.exit.then(() => {
    isOver = true;
  });
  while (!(await fetch(`${running.url}/api/health`).catch(() => null))) {
    if (isOver) throw new Error(`the web server ended\n${running.said()}`);
    await wait(50);
  }
  return running;
}

/** Starts a worker on data. */
export function startWorker(data: PortalData, settings: Record<string, string> = {}): PortalProcess {
  return processOf(run("scripts/worker.ts", data, settings), "");
}

/** Signs in as one does through the form without JavaScript. @returns the Cookie header of what follows */
export function signIn(portal: Pick<PortalProcess, "url">, account: string): Promise<string> {
  return signInAt(portal.url, account);
}

/**
 * Sends a form of a page as a browser without JavaScript does: the page is read first, its hidden fields go along.
 * @param fields replace or add to those of the page's form that has them all; @returns the answer, redirects not followed
 */
export function submitForm(
  portal: Pick<PortalProcess, "url">,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
): Promise<Response> {
  return submitFormAt(portal.url, { path, fields, headers });
}

/** The cookies that an answer sets, as a request carries them; null when it sets none. */
export function cookieOf(answer: Response): string | null {
  return cookiesOf(answer);
}

function run(script: string, data: PortalData, settings: Record<string, string>): ChildProcess {
  const { DATABASE_MIGRATION_URL: _owner, NODE_OPTIONS: _options, ...inherited } = process.env;
  // On a leash: a run of tests that is killed leaves no portal behind.
  const leash = join(import.meta.dirname, "../../scripts/bootstrap/leash.mjs");
  const args = ["--import", leash, "--conditions=react-server", "--import", "tsx", script];
  return spawn(process.execPath, args, {
    stdio: ["ignore", "pipe", "pipe", "pipe"],
    env: {
      ...inherited,
      SPERIMENTA_LEASH: String(process.pid),
      NODE_ENV: "production",
      NEXT_TELEMETRY_DISABLED: "1",
      DATABASE_URL: data.url,
      SPERIMENTA_DATA_DIR: data.dataDir,
      SPERIMENTA_DEMO: "1",
      SPERIMENTA_TEST: "1",
      SPERIMENTA_CLOCK: portalClock,
      SESSION_SECRET: secret,
      LOG_LEVEL: "warn",
      ...settings,
    },
  });
}

function processOf(child: ChildProcess, url: string): PortalProcess {
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  const end = (name: "SIGTERM" | "SIGKILL") => {
    if (child.exitCode === null && child.signalCode === null) child.kill(name);
    return exit;
  };
  return {
    url,
    pid: child.pid ?? 0,
    said: () => Buffer.concat(said).toString(),
    exit,
    stop: () => end("SIGTERM"),
    kill: async () => void (await end("SIGKILL")),
  };
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

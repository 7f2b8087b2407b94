import { type ChildProcess, execFileSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { totalmem } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { type DatabaseUrls, withClient, withDatabase } from "@/lib/platform/database/connection";
import { type NativeServer, prepareNative } from "@/lib/platform/database/native";
import { commandOf } from "@/lib/platform/database/process-identity";

const owner = "sperimenta_owner";
const application = "sperimenta_portal";
const database = "sperimenta";
const logLimit = 10 * 1024 * 1024;

/** A PostgreSQL server of the portal's own. */
export interface EmbeddedDatabase extends DatabaseUrls {
  pid: number;
  port: number;
  /** true when a server survived its launcher and was taken over */
  adopted: boolean;
  /** ends when the server ends, by whatever cause */
  ended: Promise<void>;
  stop(): Promise<void>;
}

interface Secrets {
  home: string;
  ownerPassword: string;
  applicationPassword: string;
}

interface Postmaster {
  pid: number;
  port: number;
}

/**
 * Starts PostgreSQL on the data directory, makes its files, roles and database the first time, and takes over a
 * server that runs there already.
 * @param settings port: the one to keep, when it is free; durable false gives up safety against a crash of the
 * machine, for throw-away databases; isThere true refuses to make a new one where one was, and keeps the port
 */
export async function startEmbedded(settings: {
  dataDir: string;
  port?: number;
  durable?: boolean;
  isThere?: boolean;
}): Promise<EmbeddedDatabase> {
  const { dataDir, port, durable = true } = settings;
  if (settings.isThere && !readSecrets(dataDir)) throw new Error(`The database is gone from ${dataDir}.`);
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const known = readSecrets(dataDir);
  const native = prepareNative(dataDir, known?.home);
  const secrets = known ?? makeSecrets(dataDir, native.home);
  refuseOtherMajor(native);
  await initialise(native, dataDir, secrets);

  const running = liveServer(native.cluster);
  const server = running
    ? { ...running, adopted: true, ended: endOf(running.pid) }
    : {
        ...(await launch(native, dataDir, { secrets, port, durable, keepsPort: settings.isThere })),
        adopted: false,
      };
  await makeRoles(server.port, secrets);
  return { ...server, ...urlsOf(server.port, secrets), stop: () => stop(native, server.pid, server.ended) };
}

/** Addresses of the embedded server that runs on a data directory, null when none does. */
export function locateEmbedded(dataDir: string): DatabaseUrls | null {
  const secrets = readSecrets(dataDir);
  if (!secrets) return null;
  const cluster =
    secrets.home === "here" ? join(dataDir, "postgres") : join(secrets.home, "data", "postgres");
  const running = liveServer(cluster);
  return running ? urlsOf(running.port, secrets) : null;
}

function urlsOf(port: number, secrets: Secrets): DatabaseUrls {
  const at = `127.0.0.1:${port}/${database}`;
  return {
    url: `postgresql://${application}:${secrets.applicationPassword}@${at}`,
    migrationUrl: `postgresql://${owner}:${secrets.ownerPassword}@${at}`,
  };
}

function readSecrets(dataDir: string): Secrets | null {
  const file = join(dataDir, "database.json");
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as Secrets) : null;
}

function makeSecrets(dataDir: string, home: string): Secrets {
  const password = () => randomBytes(24).toString("hex");
  const secrets = { home, ownerPassword: password(), applicationPassword: password() };
  const file = join(dataDir, "database.json");
  writeFileSync(`${file}.new`, JSON.stringify(secrets), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return secrets;
}

/** Makes the files aside and moves them in place when whole: a start cut half way leaves nothing to trip over. */
async function initialise(native: NativeServer, dataDir: string, secrets: Secrets): Promise<void> {
  if (existsSync(native.cluster)) return;
  const unfinished = `${native.cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const passwordFile = join(native.cluster, "..", "initial-password");
  writeFileSync(passwordFile, secrets.ownerPassword, { mode: 0o600 });
  if (native.home !== "here") execFileSync("chown", ["nobody", passwordFile]);
  const log = openLog(dataDir);
  try {
    // C.UTF-8 is built in: upper and lower case of accented letters work without a locale of the machine.
    const locale = ["--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"];
    const access = [`--username=${owner}`, `--pwfile=${passwordFile}`, "--auth=scram-sha-256"];
    const args = ["-D", unfinished, ...access, ...locale, "--data-checksums"];
    const child = native.spawn("initdb", args, { stdio: ["ignore", log, log] });
    const code = await exitOf(child);
    if (code !== 0) throw new Error(`PostgreSQL could not make its files. ${lastLines(dataDir)}`);
  } finally {
    closeSync(log);
    rmSync(passwordFile, { force: true });
  }
  renameSync(unfinished, native.cluster);
}

/** The files of one major version are of no use to another; an archive is. */
function refuseOtherMajor({ cluster, major }: NativeServer): void {
  const file = join(cluster, "PG_VERSION");
  if (!existsSync(file)) return;
  const made = readFileSync(file, "utf8").trim();
  if (made === major()) return;
  throw new Error(
    `The database in ${cluster} was made by PostgreSQL ${made}; this version of the portal brings ${major()}, which cannot read it. With the version of the portal that ran before:
  npm run backup -- move.tar
Then put the folder aside, and with this version:
  mv ${cluster} ${cluster}-${made}
  npm run restore -- move.tar`,
  );
}

/** The server that runs on these files. The lock that a dead one left is removed. */
function liveServer(cluster: string): Postmaster | null {
  const file = join(cluster, "postmaster.pid");
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, "utf8").split("\n");
  const pid = Number(lines[0]);
  const port = Number(lines[3]);
  // PostgreSQL itself refuses whenever any process has that pid; a zombie's command line is empty.
  const command = commandOf(pid);
  if (command.includes("postgres") && (command.includes(cluster) || process.platform === "win32"))
    return { pid, port };
  rmSync(file, { force: true });
  return null;
}

async function launch(
  native: NativeServer,
  dataDir: string,
  how: { secrets: Secrets; port: number | undefined; durable: boolean; keepsPort: boolean | undefined },
): Promise<Postmaster & { ended: Promise<void> }> {
  for (let attempt = 1; ; attempt += 1) {
    // Whoever is connected to a server that starts again knows no other port.
    const port = (attempt < 3 || how.keepsPort) && how.port ? how.port : await freePort();
    const log = openLog(dataDir);
    // Detached: Ctrl-C reaches the launcher alone, which ends the database last.
    const child = native.spawn("postgres", serverArguments(native.cluster, port, how.durable), {
      detached: true,
      stdio: ["ignore", log, log],
    });
    closeSync(log);
    const exit = exitOf(child);
    const over = new AbortController();
    const address = urlsOf(port, how.secrets).migrationUrl;
    const isReady = await Promise.race([exit.then(() => false), answers(address, over.signal)]);
    over.abort();
    if (isReady && child.pid) return { pid: child.pid, port, ended: exit.then(() => undefined) };
    // Another process may have taken the port between the look and the start, or the processes of a killed server
    // may not have ended yet.
    if (attempt === 3) throw new Error(`PostgreSQL did not start. ${lastLines(dataDir)}`);
    await wait(500);
  }
}

function serverArguments(cluster: string, port: number, durable: boolean): string[] {
  const options = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "100",
    // What the search finds of a frequent word is held in memory row by row; with less, only page by page.
    work_mem: "16MB",
    shared_buffers: sharedBuffers(totalmem()),
    // Disks without arms: reading here and there costs hardly more than reading on, and a few rows are fetched by index.
    random_page_cost: "1.1",
    timezone: "UTC",
    log_timezone: "UTC",
    ...(durable ? {} : { fsync: "off", synchronous_commit: "off", full_page_writes: "off" }),
  };
  return ["-D", cluster, ...Object.entries(options).flatMap(([name, value]) => ["-c", `${name}=${value}`])];
}

/** An eighth of the machine's memory, between what PostgreSQL takes by itself and a gigabyte; taken only as it fills. */
function sharedBuffers(memory: number): string {
  const megabytes = Math.floor(memory / 8 / 2 ** 20);
  return `${Math.min(Math.max(megabytes, 128), 1024)}MB`;
}

async function answers(address: string, over: AbortSignal): Promise<boolean> {
  const server = withDatabase(address, "postgres");
  for (let attempt = 0; attempt < 1200 && !over.aborted; attempt += 1) {
    if (await withClient(server, async () => true).catch(() => false)) return true;
    await wait(25);
  }
  return false;
}

async function makeRoles(port: number, secrets: Secrets): Promise<void> {
  await withClient(withDatabase(urlsOf(port, secrets).migrationUrl, "postgres"), async (client) => {
    const roles = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [application]);
    if (!roles.rowCount) {
      await client.query(`CREATE ROLE ${application} LOGIN PASSWORD '${secrets.applicationPassword}'`);
    }
    const databases = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [database]);
    if (!databases.rowCount) await client.query(`CREATE DATABASE ${database}`);
  });
}

async function stop(native: NativeServer, pid: number, ended: Promise<void>): Promise<void> {
  if (process.platform === "win32") {
    await exitOf(native.spawn("pg_ctl", ["stop", "-m", "fast", "-D", native.cluster], { stdio: "ignore" }));
    return;
  }
  try {
    // SIGINT is PostgreSQL's fast shutdown: connections are ended, nothing is lost.
    process.kill(pid, "SIGINT");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
  await ended;
}

async function endOf(pid: number): Promise<void> {
  while (commandOf(pid) !== "") await wait(50);
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("exit", (code) => resolve(code));
  });
}

function openLog(dataDir: string): number {
  const file = join(dataDir, "postgres.log");
  const isFull = existsSync(file) && statSync(file).size > logLimit;
  return openSync(file, isFull ? "w" : "a", 0o600);
}

function lastLines(dataDir: string): string {
  const file = join(dataDir, "postgres.log");
  const lines = existsSync(file) ? readFileSync(file, "utf8").trim().split("\n").slice(-5) : [];
  return `Its last words (${file}):\n${lines.join("\n")}`;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() =>
        address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port")),
      );
    });
  });
}

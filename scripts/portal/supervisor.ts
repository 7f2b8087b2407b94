import { type EmbeddedDatabase, startEmbedded } from "@/lib/platform/database/embedded";
import { lockDataDirectory } from "@/lib/platform/database/launcher-lock";
import { readSettings, type Settings } from "@/lib/platform/env";
import { answersHttp, refuseBusyPort } from "./address";
import { startBuild } from "./build";
import { type Child, startNode } from "./child";
import { openDatabase, type PortalDatabase } from "./database";
import { demoAccounts, isEmpty } from "./demonstration";
import { childEnvironment } from "./environment";
import { keepRunning } from "./keep-running";
import { onEnd } from "./signals";

/** Asked to end while it was starting: nothing went wrong. */
class StoppedError extends Error {}

interface Portal {
  settings: Settings;
  isDev: boolean;
  stopping: AbortSignal;
  /** what to undo at the end, last first */
  closers: (() => void | Promise<void>)[];
}

/**
 * Runs the whole portal until Ctrl-C or SIGTERM.
 * @returns the process's exit code
 */
export async function runPortal({ isDev }: { isDev: boolean }): Promise<number> {
  Object.assign(process.env, { NODE_ENV: isDev ? "development" : "production" });
  const stopping = new AbortController();
  onEnd(() => stopping.abort());
  const closers: Portal["closers"] = [];
  let failure: Error | undefined;
  try {
    const settings = readSettings(process.env);
    await start({ settings, isDev, stopping: stopping.signal, closers });
    await aborted(stopping.signal);
    console.log("Stopping …");
  } catch (error) {
    if (!(error instanceof StoppedError)) failure = error as Error;
  }
  for (const close of closers.reverse()) await close();
  if (!failure) return 0;
  console.error(failure instanceof TypeError ? failure : failure.message);
  return 1;
}

async function start(portal: Portal): Promise<void> {
  const { settings, isDev, closers } = portal;
  closers.push(lockDataDirectory(settings.dataDir));
  await refuseBusyPort(settings);
  const database = await openDatabase(settings);
  const stopDatabase = database.embedded ? keepDatabase(portal, database.embedded) : database.stop;
  closers.push(stopDatabase);
  continueUnlessStopped(portal);

  const env = childEnvironment(settings, database, isDev ? "development" : "production");
  const invitation = await fill(portal, database, env);
  if (!isDev) await build(portal, env);
  await serve(portal, env);
  await announce(portal, database, invitation);
}

function keepDatabase(portal: Portal, first: EmbeddedDatabase): () => Promise<void> {
  const asRunning = ({ ended, stop }: EmbeddedDatabase) => ({ exit: ended, stop });
  const { dataDir } = portal.settings;
  return keepRunning("database", asRunning(first), async () =>
    asRunning(await startEmbedded({ dataDir, port: first.port, isThere: true })),
  );
}

/**
 * Loads the demonstration into an empty database.
 * @returns without demonstration, the lines that tell how the first administrator comes in
 */
async function fill(
  portal: Portal,
  database: PortalDatabase,
  env: NodeJS.ProcessEnv,
): Promise<string | null> {
  if (!(await isEmpty(database.migrationUrl))) return null;
  if (!portal.settings.demo) return firstAdministrator(portal, env);
  console.log("Loading the demonstration data …");
  await runToEnd(
    portal,
    startNode("scripts/seed.ts", [], { env, output: "captured" }),
    "Loading the demonstration",
  );
  return null;
}

async function firstAdministrator(portal: Portal, env: NodeJS.ProcessEnv): Promise<string> {
  const { hostname } = new URL(portal.settings.siteUrl);
  const email = `amministratore@${hostname.includes(".") ? hostname : `${hostname}.localdomain`}`;
  const invite = startNode("scripts/admin.ts", [email], { env, output: "captured" });
  await runToEnd(portal, invite, "Inviting the first administrator");
  return `${invite.said()}To sign in with another address: npm run admin -- name@example.org`;
}

async function build(portal: Portal, env: NodeJS.ProcessEnv): Promise<void> {
  const child = startBuild(env);
  if (!child) return;
  console.log("Building the pages (once, and after each change) …");
  await runToEnd(portal, child, "The build");
  child.finish();
}

async function serve(portal: Portal, env: NodeJS.ProcessEnv): Promise<void> {
  const startServer = () => startNode("scripts/server.ts", portal.isDev ? ["--dev"] : [], { env });
  const startWorker = () => startNode("scripts/worker.ts", [], { env });
  const server = startServer();
  const worker = startWorker();
  const stops = [keepRunning("web server", server, startServer), keepRunning("worker", worker, startWorker)];
  // Both at once: each may take its time to finish what it does.
  portal.closers.push(async () => void (await Promise.all(stops.map((stop) => stop()))));
  // What cannot even start is told to whoever starts it; what has run comes back.
  const over = AbortSignal.any([portal.stopping, endOf(server)]);
  const isReady = await answersHttp(portal.settings, over);
  continueUnlessStopped(portal);
  if (!isReady) throw new Error("The web server does not answer: see above.");
}

async function announce(portal: Portal, database: PortalDatabase, invitation: string | null): Promise<void> {
  const { settings } = portal;
  console.log(`\nSperimenta is ready: ${settings.siteUrl}\n`);
  if (invitation) console.log(invitation);
  if (settings.demoSignIn === "never") return;
  const accounts = await demoAccounts(database.migrationUrl);
  if (accounts.length === 0) return;
  const width = Math.max(...accounts.map(({ email }) => email.length));
  console.log(`Demonstration accounts, password “sperimenta” for all (${settings.siteUrl}/accedi):`);
  for (const { email, name } of accounts) console.log(`  ${email.padEnd(width)}  ${name}`);
  console.log("\nThe data are invented. Ctrl-C ends the portal.");
}

/** Runs a step that ends by itself; stops it when the portal is asked to end. */
async function runToEnd(portal: Portal, child: Child, what: string): Promise<void> {
  const stop = () => void child.stop();
  portal.stopping.addEventListener("abort", stop, { once: true });
  const code = await child.exit;
  portal.stopping.removeEventListener("abort", stop);
  continueUnlessStopped(portal);
  if (code !== 0) throw new Error(`${what} failed: see above.`);
}

function endOf(child: Child): AbortSignal {
  const end = new AbortController();
  void child.exit.then(() => end.abort());
  return end.signal;
}

function continueUnlessStopped(portal: Portal): void {
  if (portal.stopping.aborted) throw new StoppedError();
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else signal.addEventListener("abort", () => resolve(), { once: true });
  });
}

import { type ChildProcess, spawn } from "node:child_process";
import { setTimeout as wait } from "node:timers/promises";

/** A page is thousands of objects that live for as long as it is made: with room for them, they need not be copied. */
const roomForPages = "--max-semi-space-size=64";

/** How long a process may take to end by itself. */
const grace = 7_000;

/** A process of the portal: on a leash, in a group of its own, so that Ctrl-C reaches the supervisor alone. */
export interface Child {
  pid: number;
  exit: Promise<number>;
  /** asks it to end, and ends it when it does not */
  stop(): Promise<void>;
  /** what it wrote, when that was captured */
  said(): string;
}

/**
 * Starts Node on a script of ours (TypeScript) or of a package.
 * @param how "captured" keeps what it says for `said` and shows it only when it fails; a number is an open file for it
 */
export function startNode(
  script: string,
  args: string[],
  how: { env: NodeJS.ProcessEnv; output?: "shown" | "captured" | number },
): Child {
  const ours = script.endsWith(".ts") ? ["--conditions=react-server", "--import", "tsx"] : [];
  const room = script === "scripts/server.ts" ? [roomForPages] : [];
  const isCaptured = how.output === "captured";
  const shown = typeof how.output === "number" ? how.output : "inherit";
  const output = isCaptured ? "pipe" : shown;
  const said: Buffer[] = [];
  const child = spawn(
    process.execPath,
    ["--import", new URL("../bootstrap/leash.mjs", import.meta.url).href, ...room, ...ours, script, ...args],
    {
      env: { ...how.env, SPERIMENTA_LEASH: String(process.pid) },
      stdio: ["ignore", output, output, "pipe"],
      detached: process.platform !== "win32",
    },
  );
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk: Buffer) => said.push(chunk));
  const exit = new Promise<number>((resolve) => {
    child.once("error", () => resolve(1));
    child.once("close", (code) => resolve(code ?? 1));
  });
  void exit.then((code) => {
    if (code !== 0 && isCaptured && !child.killed) process.stderr.write(Buffer.concat(said));
  });
  const text = () => Buffer.concat(said).toString();
  return { pid: child.pid ?? 0, exit, stop: () => stop(child, exit), said: text };
}

async function stop(child: ChildProcess, exit: Promise<number>): Promise<void> {
  signal(child, "SIGTERM");
  const timer = new AbortController();
  const isLate = await Promise.race([
    exit.then(() => false),
    wait(grace, true, { signal: timer.signal }).catch(() => false),
  ]);
  timer.abort();
  if (isLate) signal(child, "SIGKILL");
  await exit;
}

function signal(child: ChildProcess, name: "SIGTERM" | "SIGKILL"): void {
  if (child.exitCode !== null || child.signalCode !== null || !child.pid) return;
  child.kill(name);
  // A killed process leaves its own children behind; asked to end, it ends them itself.
  if (name === "SIGKILL" && process.platform !== "win32") process.kill(-child.pid, name);
}

import { readdirSync, readFileSync, writeFileSync } from "node:fs";

/** Whether the memory of another process can be read here. */
export const canMeasure = process.platform === "linux";

type Measure = { before: number; growth: () => number };

/** Watches the memory of the portal's web server from now on; `growth` is its peak over what it was, in megabytes. */
export const measureWebServer = (): Measure => measure("scripts/server.ts");

/** The same of the worker, where files that came in parts are put together. */
export const measureWorker = (): Measure => measure("scripts/worker.ts");

function measure(program: string): Measure {
  if (!canMeasure) return { before: 0, growth: () => 0 };
  const folder = `/proc/${processOf(program)}`;
  // The mark of the highest water starts again at what is in use.
  writeFileSync(`${folder}/clear_refs`, "5");
  const before = megabytes(folder, "VmRSS");
  return { before, growth: () => Math.max(0, megabytes(folder, "VmHWM") - before) };
}

function processOf(program: string): string {
  for (const pid of readdirSync("/proc").filter((name) => /^\d+$/.test(name))) {
    if (textOf(`/proc/${pid}/cmdline`).includes(program) && isOfThisPortal(pid)) return pid;
  }
  throw new Error(`no process runs ${program}`);
}

function isOfThisPortal(pid: string): boolean {
  return textOf(`/proc/${pid}/environ`).split("\0").includes(`PORT=${process.env.E2E_PORT}`);
}

function megabytes(folder: string, name: string): number {
  const [, kilobytes = "0"] =
    new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(textOf(`${folder}/status`)) ?? [];
  return Number(kilobytes) / 1024;
}

// A process may end while the list is read, or belong to somebody else.
function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

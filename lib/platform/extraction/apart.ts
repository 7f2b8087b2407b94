import { spawn } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { pathToFileURL } from "node:url";
import type { Failure } from "@/lib/platform/extraction/outcome";

/** What a file may take to be read: seconds, and megabytes of memory of the process. */
export type ExtractionLimits = { seconds: number; megabytes: number };

/** A script below the project's root that reads a file from its input and writes one JSON value, and what it is told. */
export type Reader = { script: string; kind: string };

const watchdog = join(process.cwd(), "lib/platform/extraction/watchdog.mjs");
/** A text is a million characters at most, in JSON and UTF-8. */
const mostOutput = 16_000_000;
/** How much longer than the child itself its parent waits before it ends it. */
const grace = 10;

/**
 * Reads a file in a process of its own, which has none of the portal's settings and ends when it takes more than its
 * limits: whatever the file does to its reader, it does there.
 * @returns what the reader wrote, not looked at yet
 * @throws what the source throws; a reader that ended early is an answer
 */
export async function readApart(
  source: Readable,
  reader: Reader,
  limits: ExtractionLimits,
): Promise<{ answer: unknown } | { failure: Failure }> {
  const { seconds, megabytes } = limits;
  const child = spawn(
    process.execPath,
    [
      // The rest is for what lies outside the heap: the file, what is inflated of it.
      `--max-old-space-size=${Math.floor(megabytes * 0.6)}`,
      "--import",
      pathToFileURL(watchdog).href,
      "--import",
      "tsx",
      join(process.cwd(), reader.script),
      reader.kind,
      String(seconds),
      String(megabytes),
    ],
    { env: { NODE_ENV: "production", TMPDIR: tmpdir(), TEMP: tmpdir() }, stdio: "pipe" },
  );
  let isLate = false;
  const timer = setTimeout(
    () => {
      isLate = true;
      child.kill("SIGKILL");
    },
    (seconds + grace) * 1_000,
  );
  const output = gather(child.stdout, mostOutput, () => child.kill("SIGKILL"));
  const complaints = gather(child.stderr, 100_000);
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const [fault, end] = await Promise.all([feed(source, child.stdin), ended]).finally(() =>
    clearTimeout(timer),
  );
  if (fault) throw fault;
  if (end.code === 0) return { answer: JSON.parse(output()) };
  return { failure: isLate ? "timeout" : failureOf(end, complaints()) };
}

/** Hands the file over; that the reader has gone before its end is no fault of the source. */
async function feed(source: Readable, target: Writable): Promise<unknown> {
  let sourceFault: unknown = null;
  source.once("error", (error) => {
    sourceFault = error;
  });
  await pipeline(source, target).catch(() => undefined);
  return sourceFault;
}

function gather(stream: Readable, most: number, onOverflow: () => void = () => undefined): () => string {
  const chunks: Buffer[] = [];
  let size = 0;
  stream.on("data", (chunk: Buffer) => {
    size += chunk.length;
    if (size <= most) chunks.push(chunk);
    else onOverflow();
  });
  return () => Buffer.concat(chunks).toString();
}

function failureOf(
  { code, signal }: { code: number | null; signal: NodeJS.Signals | null },
  said: string,
): Failure {
  if (said.includes("stopped: timeout")) return "timeout";
  if (said.includes("stopped: memory") || said.includes("heap out of memory")) return "memory";
  // Memory that could not be had, or the system's own killer.
  if (signal === "SIGABRT" || code === 134 || /Array buffer allocation failed/.test(said)) return "memory";
  return "crashed";
}

import pino, { type Logger } from "pino";
import { env } from "@/lib/platform/env";

const secretNames = [
  "password",
  "passwordHash",
  "token",
  "tokenHash",
  "secret",
  "cookie",
  "authorization",
  "set-cookie",
];

/** Places that never reach a log, at the top, one and two levels down, and in headers. */
const redacted = secretNames.flatMap((name) => {
  const step = name.includes("-") ? `["${name}"]` : `.${name}`;
  const top = name.includes("-") ? step : name;
  return [top, `*${step}`, `*.*${step}`];
});

/**
 * An error as the log may hold it: kind, code, short text, places in the code. The database client puts the values of
 * a row into its messages, so of those only the last line stays.
 */
function describeError(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as { code?: unknown };
  const fromDatabase = error.name.startsWith("PrismaClient");
  return {
    type: error.name,
    ...(typeof code === "string" ? { code } : {}),
    message: fromDatabase ? error.message.trim().split("\n").at(-1) : error.message,
    stack: error.stack
      ?.split("\n")
      .filter((line) => /^\s+at /.test(line))
      .join("\n"),
    ...(error.cause instanceof Error && !fromDatabase ? { cause: describeError(error.cause) } : {}),
  };
}

/** A logger as the portal uses it; `destination` only for tests. */
export function createLog(level: string, destination?: pino.DestinationStream): Logger {
  const options: pino.LoggerOptions = {
    level,
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
    serializers: { err: describeError },
    redact: { paths: redacted, censor: "[redacted]" },
  };
  return destination ? pino(options, destination) : pino(options);
}

const keep = globalThis as unknown as { sperimentaLog?: Logger };

/** JSON lines on the standard output; made at the first line, so that a wrong setting is told by whoever starts. */
export const log: Logger = new Proxy({} as Logger, {
  get(_target, property) {
    keep.sperimentaLog ??= createLog(env().LOG_LEVEL);
    const value = Reflect.get(keep.sperimentaLog, property);
    return typeof value === "function" ? value.bind(keep.sperimentaLog) : value;
  },
});

import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

type Requests = {
  registry: Registry;
  duration: Histogram<"kind" | "method" | "status">;
  running: Gauge;
};

// The server in front and the pages behind it are separate bundles of one process: the registry is the process's.
const keep = globalThis as unknown as { sperimentaMetrics?: Requests };

/** The process's registry, with what every Node process tells: memory, processor, event loop, garbage. */
export function metrics(): Requests {
  keep.sperimentaMetrics ??= make();
  return keep.sperimentaMetrics;
}

function make(): Requests {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  return {
    registry,
    duration: new Histogram({
      name: "sperimenta_http_request_duration_seconds",
      help: "Time from the request's head to the end of its answer",
      labelNames: ["kind", "method", "status"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 60],
      registers: [registry],
    }),
    running: new Gauge({
      name: "sperimenta_http_requests_running",
      help: "Requests being answered",
      registers: [registry],
    }),
  };
}

/** Counts a request as running. @returns tells that it is over, once, with the status of its answer */
export function beginRequest(method: string, path: string): (status: number) => void {
  const { duration, running } = metrics();
  running.inc();
  const end = duration.startTimer({ kind: kindOf(path), method: known(method) });
  return (status) => {
    running.dec();
    end({ status: `${Math.floor(status / 100)}xx` });
  };
}

/** Few kinds: a label for each address would be one time series for each address. */
function kindOf(path: string): "asset" | "api" | "live" | "reserved" | "public" {
  if (path.startsWith("/_next/")) return "asset";
  // Answered for as long as somebody looks: among the others it would say that they are slow.
  if (path === "/api/live") return "live";
  if (path.startsWith("/api/")) return "api";
  return /^\/(?:en\/)?area(?:\/|$)/.test(path) ? "reserved" : "public";
}

function known(method: string): string {
  return ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"].includes(method) ? method : "other";
}

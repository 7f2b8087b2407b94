import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { endLiveStreams } from "@/lib/platform/live/process-hub";

/** Together less than the time after which a supervisor ends a process by force. */
const deadline = 5_000;
const cleaning = 1_000;

/** What requests still do: it goes on when their connection is cut, an upload removes what it has written. */
const unfinished = new Set<Promise<unknown>>();

/** Work that a stopping server lets come to its end. */
export function finishing<T>(work: Promise<T>): Promise<T> {
  unfinished.add(work);
  const over = () => unfinished.delete(work);
  work.then(over, over);
  return work;
}

/**
 * Stops a server: no new connections, running requests end, idle connections are closed at once, and what still runs at
 * the deadline is cut off and tidies up. Next would wait for ever for one open stream.
 */
export async function stopServer(server: Server, patience = deadline): Promise<"clean" | "cut"> {
  let outcome: "clean" | "cut" = "clean";
  const timer = setTimeout(() => {
    outcome = "cut";
    server.closeAllConnections();
  }, patience);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    // They would go on for as long as somebody looks; their browsers come back to whoever serves next.
    endLiveStreams();
    server.closeIdleConnections();
  });
  clearTimeout(timer);
  await Promise.race([Promise.allSettled(unfinished), wait(cleaning, undefined, { ref: false })]);
  return outcome;
}

import type { Server } from "node:http";

/** Less than the time after which a supervisor ends a process by force. */
const deadline = 6_000;

/**
 * Stops a server: no new connections, running requests end, idle connections are closed at once, and what still runs at
 * the deadline is cut off. Next would wait for ever for one open stream.
 */
export async function stopServer(server: Server, patience = deadline): Promise<"clean" | "cut"> {
  let outcome: "clean" | "cut" = "clean";
  const timer = setTimeout(() => {
    outcome = "cut";
    server.closeAllConnections();
  }, patience);
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeIdleConnections();
  });
  clearTimeout(timer);
  return outcome;
}

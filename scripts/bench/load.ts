import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

/** What is asked, again and again. */
export type Target = { url: string; headers?: Record<string, string> };

/** One go at a target: how fast it answered, in milliseconds. */
export type Go = { perSecond: number; p50: number; p975: number };

/** A client in a process of its own, so that the portal's core is not the client's. */
export function openClient() {
  const child = fork(fileURLToPath(new URL("./client.mjs", import.meta.url)), { execArgv: [] });
  return {
    /** Asks on so many connections at once, each as fast as it is answered. */
    go: (target: Target, connections: number, seconds: number) =>
      goAt(child, { ...target, connections, seconds }),
    close: () => void child.disconnect(),
  };
}

export type Client = ReturnType<typeof openClient>;

type Told = Go & { failed: number };

async function goAt(
  child: ChildProcess,
  order: Target & { connections: number; seconds: number },
): Promise<Go> {
  child.send(order);
  const [told] = (await once(child, "message")) as [Told];
  if (told.failed > 0) throw new Error(`${order.url}: ${told.failed} answers were no success`);
  const { perSecond, p50, p975 } = told;
  return { perSecond, p50, p975 };
}

import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/** Who wants to hear what the database announces on a channel. */
export type Subscriber = {
  heard(payload: string): void;
  /** from here on nothing is missed */
  connected?(): void;
  /** from here on announcements pass unheard, until `connected` */
  lost?(): void;
};

export type Listener = {
  /** @returns what ends it */
  listen(channel: string, subscriber: Subscriber): () => void;
  close(): Promise<void>;
};

const longestPause = 5_000;
/** A connection that died without a word is noticed within this time and the answer's below. */
const heartbeat = 10_000;
const patience = 5_000;

/**
 * One connection that hears announcements (LISTEN) for everything in a process. When it is lost, subscribers are told,
 * and it is opened again and again until it stands.
 */
export function openListener(connectionString: string): Listener {
  const channels = new Map<string, Set<Subscriber>>();
  const closing = new AbortController();
  let current: pg.Client | null = null;

  const everyone = () => [...channels.values()].flatMap((subscribers) => [...subscribers]);

  const hear = async (client: pg.Client, channel: string): Promise<void> => {
    await client.query(`LISTEN ${client.escapeIdentifier(channel)}`);
    if (current !== client) return;
    for (const subscriber of channels.get(channel) ?? []) subscriber.connected?.();
  };

  const connect = async (): Promise<pg.Client> => {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: patience,
      query_timeout: patience,
      keepAlive: true,
      application_name: "sperimenta listener",
    });
    client.on("error", () => undefined);
    client.on("notification", ({ channel, payload }) => {
      for (const subscriber of channels.get(channel) ?? []) subscriber.heard(payload ?? "");
    });
    await client.connect();
    return client;
  };

  const run = async (): Promise<void> => {
    let pause = 100;
    while (!closing.signal.aborted) {
      try {
        const client = await connect();
        const over = new Promise<void>((resolve) => client.once("end", resolve));
        current = client;
        pause = 100;
        const isHeard = Promise.all([...channels.keys()].map((channel) => hear(client, channel)));
        await Promise.race([
          over,
          isHeard.then(
            () => untilSilent(client, closing.signal),
            () => undefined,
          ),
        ]);
        current = null;
        for (const subscriber of everyone()) subscriber.lost?.();
        void client.end().catch(() => undefined);
        if (!closing.signal.aborted) log.warn("the connection that hears announcements was lost");
      } catch (error) {
        log.warn({ err: error }, "announcements cannot be heard");
      }
      await wait(pause, undefined, { signal: closing.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longestPause);
    }
  };
  const running = run();

  return {
    listen(channel, subscriber) {
      const subscribers = channels.get(channel) ?? new Set();
      channels.set(channel, subscribers.add(subscriber));
      // Where this fails the connection is of no use: the next one listens to all channels.
      const client = current;
      if (client) void hear(client, channel).catch(() => client.end());
      return () => void subscribers.delete(subscriber);
    },
    async close() {
      closing.abort();
      await running;
    },
  };
}

// The server and the bundles of the pages have modules of their own: they share one connection by the global object.
const key = Symbol.for("sperimenta.listener");
const keep = globalThis as unknown as Record<symbol, Listener | undefined>;

/** The process's one listener, opened when somebody first asks for it. */
export function sharedListener(): Listener {
  keep[key] ??= openListener(env().DATABASE_URL ?? "");
  return keep[key];
}

/** Ends when the server no longer answers on this connection, or the signal comes. */
async function untilSilent(client: pg.Client, closing: AbortSignal): Promise<void> {
  try {
    for (;;) {
      await wait(heartbeat, undefined, { signal: closing });
      await client.query("select 1");
    }
  } catch {
    // Either way the connection is of no use any more.
  }
}

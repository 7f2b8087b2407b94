import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { log } from "@/lib/platform/log";

const patience = 1_500;
const pause = 200;

/** Knows whether the database can be reached, without asking it as long as nobody complains. */
export type DatabaseWatch = {
  isAway(): boolean;
  /** somebody got no answer: looks for itself, and as long as there is none */
  suspect(): void;
};

/**
 * Watches the database once a request was left without an answer. While it cannot be reached the others need not wait
 * to learn the same, and it is not pressed by all of them while it comes back.
 */
export function watchDatabase(url: string, refuses = refusesConnections): DatabaseWatch {
  let isAway = false;
  let isLooking = false;
  const lookUntilThere = async () => {
    while (await refuses(url)) {
      if (!isAway) log.error("the database cannot be reached");
      isAway = true;
      await wait(pause, undefined, { ref: false });
    }
    if (isAway) log.warn("the database is back");
    isAway = false;
  };
  return {
    isAway: () => isAway,
    suspect() {
      if (isLooking) return;
      isLooking = true;
      void lookUntilThere().finally(() => {
        isLooking = false;
      });
    },
  };
}

/** No word in time is no refusal: on a machine that has too much to do everything comes late. */
async function refusesConnections(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return false;
  } catch (error) {
    // Refusals have a code, of the system or of the server; our own impatience has none.
    return (error as { code?: string }).code !== undefined;
  } finally {
    client.end().catch(() => undefined);
  }
}

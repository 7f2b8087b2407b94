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

/** "silent": no word in time, which may be our own fault on a busy machine. */
type Look = "there" | "gone" | "silent";

/**
 * Watches the database once a request was left without an answer. While it cannot be reached the others need not wait
 * to learn the same, and it is not pressed by all of them while it comes back.
 */
export function watchDatabase(url: string, look: (url: string) => Promise<Look> = reach): DatabaseWatch {
  let isAway = false;
  let isLooking = false;
  const lookUntilThere = async () => {
    for (let silences = 0; ; await wait(pause, undefined, { ref: false })) {
      const found = await look(url);
      if (found === "there") break;
      silences = found === "silent" ? silences + 1 : 0;
      if (silences === 1) continue;
      if (!isAway) log.error("the database cannot be reached");
      isAway = true;
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

async function reach(url: string): Promise<Look> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: patience,
    query_timeout: patience,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await client.query("select 1");
    return "there";
  } catch (error) {
    // Refusals have a code, of the system or of the server; our own impatience has none.
    return (error as { code?: string }).code ? "gone" : "silent";
  } finally {
    client.end().catch(() => undefined);
  }
}

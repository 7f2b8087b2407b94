import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { log } from "@/lib/platform/log";

const pause = 200;
/** After so many moments without a word, five seconds for a process that has little to do, a look is over. */
const patience = 25;
/** Closes the connection of a look that is long over. */
const forgotten = 30_000;

/** Knows whether the database can be reached, without asking it as long as nobody complains. */
export type DatabaseWatch = {
  isAway(): boolean;
  /** Somebody waits in vain: looks for itself, and as long as the database is away. @returns whether it is */
  suspect(): Promise<boolean>;
};

/**
 * Watches the database once a request was left without an answer. While it refuses connections, or takes them and says
 * nothing, the others need not wait to learn the same, and it is not pressed by all of them while it comes back.
 */
export function watchDatabase(url: string, isThere = answers): DatabaseWatch {
  let isAway = false;
  let looking: Promise<boolean> | null = null;
  const look = async () => {
    isAway = !(await isThere(url));
    looking = null;
    if (isAway) {
      log.error("the database cannot be reached");
      void untilBack();
    }
    return isAway;
  };
  const untilBack = async () => {
    do await wait(pause, undefined, { ref: false });
    while (!(await isThere(url)));
    isAway = false;
    log.warn("the database is back");
  };
  return {
    isAway: () => isAway,
    async suspect() {
      if (isAway) return true;
      looking ??= look();
      return looking;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: forgotten });
  client.on("error", () => undefined);
  const word = client.connect().then(() => client.query("select 1"));
  const over = new AbortController();
  const said = await Promise.race([word.then(() => true, isFull), silence(over.signal)]);
  over.abort();
  client.end().catch(() => undefined);
  return said;
}

/** A server that has no connection to spare is there: those that we have go on. */
function isFull(error: { code?: string }): boolean {
  return error.code === "53300";
}

/** In moments, not in seconds: a process that is too busy to listen has heard nothing and knows nothing. */
async function silence(over: AbortSignal): Promise<false> {
  for (let moment = 0; moment < patience && !over.aborted; moment += 1) {
    await wait(pause, undefined, { ref: false });
  }
  return false;
}

import "server-only";
import pg from "pg";
import { db } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { silence } from "@/lib/platform/jobs/heartbeat";
import { version } from "@/package.json";

/** What the portal says of itself to whoever watches it: no names, no texts. */
export type Health = {
  status: "ok" | "degraded" | "down";
  database: "ok" | "busy" | "away";
  worker: "ok" | "silent" | "unknown";
  deadJobs: number | null;
  deadMails: number | null;
  version: string;
};

/** The two together stay below the 3 seconds that are promised. */
const patience = { facts: 1_900, connection: 900 };

/** The state of the portal, within 3 seconds whatever is broken. */
export async function readHealth(): Promise<Health> {
  const facts = await within(patience.facts, readFacts()).catch(() => null);
  if (!facts) {
    // Every connection of ours is taken, or the server is away: the second is worse.
    const database = (await canConnect()) ? "busy" : "away";
    const status = database === "busy" ? "degraded" : "down";
    return { status, database, worker: "unknown", deadJobs: null, deadMails: null, version };
  }
  const worker = facts.alive ? "ok" : "silent";
  const isFine = worker === "ok" && facts.deadJobs === 0 && facts.deadMails === 0;
  const { deadJobs, deadMails } = facts;
  return { status: isFine ? "ok" : "degraded", database: "ok", worker, deadJobs, deadMails, version };
}

async function readFacts(): Promise<{ alive: boolean; deadJobs: number; deadMails: number }> {
  const [row] = await db.$queryRaw<{ alive: boolean; deadJobs: number; deadMails: number }[]>`
    select
      exists (select from setting where key like 'worker:%'
        and updated_at > now() - make_interval(secs => ${silence.seconds}::int)) as alive,
      (select count(*)::int from graphile_worker.jobs where attempts >= max_attempts and locked_at is null) as "deadJobs",
      (select count(*)::int from mail where state = 'DEAD') as "deadMails"`;
  if (!row) throw new Error("the database gave no answer");
  return row;
}

async function canConnect(): Promise<boolean> {
  const client = new pg.Client({
    connectionString: env().DATABASE_URL,
    connectionTimeoutMillis: patience.connection,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    await within(patience.connection, client.query("select 1"));
    return true;
  } catch {
    return false;
  } finally {
    client.end().catch(() => undefined);
  }
}

function within<T>(milliseconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("too late")), milliseconds);
  });
  return Promise.race([work, late]).finally(() => clearTimeout(timer));
}

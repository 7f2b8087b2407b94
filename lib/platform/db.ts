import "server-only";
import { setTimeout as wait } from "node:timers/promises";
import { PrismaPg } from "@prisma/adapter-pg";
import { keepStatements } from "@/lib/platform/database/kept-statements";
import { openPool } from "@/lib/platform/database/pool";
import { Prisma, PrismaClient } from "@/lib/platform/db/generated/client";
import { env } from "@/lib/platform/env";
import { sqlState } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

const keep = globalThis as unknown as { sperimentaDb?: PrismaClient };

function connect(): PrismaClient {
  // Without these a waiter waits for ever (pg-pool has no default time-outs).
  const pool = openPool(
    {
      connectionString: env().DATABASE_URL,
      max: 10,
      connectionTimeoutMillis: 2_500,
      // Opening one takes long on a machine with much to do: those that are there are kept for the next crowd.
      idleTimeoutMillis: 300_000,
      statement_timeout: 20_000,
      // The server's own time-outs are of no use when it says nothing any more.
      query_timeout: 25_000,
      lock_timeout: 5_000,
      // A process that hangs within a transaction must not keep others from its rows.
      idle_in_transaction_session_timeout: 15_000,
      keepAlive: true,
    },
    (error) => log.warn({ err: error }, "a connection to the database was lost"),
  );
  const adapter = new PrismaPg(pool, { disposeExternalPool: true, statementNameGenerator: keepStatements() });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 2_500, timeout: 10_000 } });
}

/** The process's one client; connects at the first query, so that building needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    keep.sperimentaDb ??= connect();
    const value = Reflect.get(keep.sperimentaDb, property);
    return typeof value === "function" ? value.bind(keep.sperimentaDb) : value;
  },
});

/**
 * Begins a statement of every page that the server keeps parsed and planned. Only where one plan serves all values: it was
 * measured on a million posts.
 */
export const kept = Prisma.sql`/* kept */`;

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

/** How often a transaction is tried in all when it loses against others. */
const attempts = 5;

/**
 * Runs work in one transaction. Work that loses against another transaction (a deadlock, a conflict) runs again from its
 * beginning, so it touches nothing but `tx`: no file, no mail, no variable of its caller.
 */
export async function inTransaction<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.$transaction(work);
    } catch (error) {
      if (attempt === attempts || !lostAgainstAnother(error)) throw error;
      // The two that met must not meet again.
      await wait(Math.random() * 20 * 2 ** attempt);
    }
  }
}

function lostAgainstAnother(error: unknown): boolean {
  return ["40001", "40P01"].includes(sqlState(error) ?? "");
}

export { Prisma };

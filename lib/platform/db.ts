import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { Prisma, PrismaClient } from "@/lib/platform/db/generated/client";
import { env } from "@/lib/platform/env";

const keep = globalThis as unknown as { sperimentaDb?: PrismaClient };

function connect(): PrismaClient {
  // Without these a waiter waits for ever (pg-pool has no default time-outs).
  const adapter = new PrismaPg({
    connectionString: env().DATABASE_URL,
    max: 10,
    connectionTimeoutMillis: 3_000,
    idleTimeoutMillis: 30_000,
    statement_timeout: 20_000,
    keepAlive: true,
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 3_000, timeout: 10_000 } });
}

/** The process's one client; connects at the first query, so that building needs no database. */
export const db: PrismaClient = new Proxy({} as PrismaClient, {
  get(_target, property) {
    keep.sperimentaDb ??= connect();
    const value = Reflect.get(keep.sperimentaDb, property);
    return typeof value === "function" ? value.bind(keep.sperimentaDb) : value;
  },
});

/** The client inside a transaction. */
export type Tx = Prisma.TransactionClient;

export { Prisma };

import { createHash } from "node:crypto";
import pg from "pg";
import { RateLimiterPostgres, RateLimiterRes } from "rate-limiter-flexible";
import { env } from "@/lib/platform/env";
import { DomainError } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";

/**
 * How often within how many minutes. What guards an account is counted per account *and* client, so that nobody can
 * lock a colleague out; what guards the portal is counted per client, with room for an office behind one address.
 */
const limits = {
  "sign-in": { points: 10, minutes: 15 },
  "sign-in-client": { points: 300, minutes: 15 },
  "second-factor": { points: 10, minutes: 15 },
  reset: { points: 5, minutes: 60 },
  "reset-client": { points: 60, minutes: 60 },
  "secret-link": { points: 30, minutes: 15 },
  guest: { points: 200, minutes: 15 },
  interest: { points: 30, minutes: 60 },
  "interest-address": { points: 4, minutes: 60 },
  "reuse-declaration": { points: 30, minutes: 60 },
  "reuse-declaration-address": { points: 4, minutes: 60 },
  newsletter: { points: 30, minutes: 60 },
  "newsletter-address": { points: 4, minutes: 60 },
  invitation: { points: 100, minutes: 60 },
  upload: { points: 200, minutes: 60 },
  faq: { points: 100, minutes: 60 },
  post: { points: 60, minutes: 10 },
  "answer-refused": { points: 5, minutes: 60 },
  flag: { points: 30, minutes: 60 },
  export: { points: 60, minutes: 10 },
  bundle: { points: 30, minutes: 60 },
  search: { points: 300, minutes: 10 },
} as const;

export type RateLimitName = keyof typeof limits;

const keep = globalThis as unknown as { sperimentaLimiters?: Map<RateLimitName, RateLimiterPostgres> };

function limiter(name: RateLimitName): RateLimiterPostgres {
  keep.sperimentaLimiters ??= connect();
  const found = keep.sperimentaLimiters.get(name);
  if (!found) throw new Error(`no limit ${name}`);
  return found;
}

function connect(): Map<RateLimitName, RateLimiterPostgres> {
  const storeClient = new pg.Pool({
    connectionString: env().DATABASE_URL,
    max: 2,
    connectionTimeoutMillis: 2_000,
    statement_timeout: 5_000,
    allowExitOnIdle: true,
  });
  storeClient.on("error", (error) => log.warn({ err: error }, "rate limits lost a connection"));
  const make = ([name, { points, minutes }]: [string, { points: number; minutes: number }]) =>
    [
      name as RateLimitName,
      new RateLimiterPostgres({
        storeClient,
        tableName: "rate_limit",
        tableCreated: true,
        keyPrefix: name,
        points: points * env().LIMITS_FACTOR,
        duration: minutes * 60,
      }),
    ] as const;
  return new Map(Object.entries(limits).map(make));
}

// Keys hold addresses of people: the table needs to tell them apart, not to know them.
function fingerprint(key: string): string {
  return createHash("sha256").update(key.trim().toLowerCase()).digest("base64url").slice(0, 32);
}

/**
 * Counts one attempt, shared by all processes.
 * @param key whom it counts for: an account with its client, a client, a person
 * @throws DomainError "tooManyAttempts" with the `minutes` to wait, and the `seconds`
 */
export async function consume(limit: RateLimitName, key: string): Promise<void> {
  try {
    await limiter(limit).consume(fingerprint(key));
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.max(1, Math.ceil(refusal.msBeforeNext / 1_000));
    throw new DomainError("tooManyAttempts", { minutes: Math.ceil(seconds / 60), seconds });
  }
}

/** Forgets the attempts of a key: after the right password. */
export async function forgive(limit: RateLimitName, key: string): Promise<void> {
  await limiter(limit).delete(fingerprint(key));
}

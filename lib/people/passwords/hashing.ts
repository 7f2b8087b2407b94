import { randomBytes } from "node:crypto";
import { availableParallelism } from "node:os";
import { type Algorithm, hash, verify } from "@node-rs/argon2";
import { DomainError } from "@/lib/platform/errors";

// 19 MiB, two passes: the lower of the two settings that OWASP names, so that a small server stays quick.
const settings = {
  algorithm: 2 satisfies Algorithm.Argon2id,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
};

/** Hashing fills a core: a crowd that signs in at nine must not stop the pages of the others. */
const atOnce = Math.min(3, Math.max(2, availableParallelism() - 1));
/** Whoever would wait longer than these take (some seconds) is told to come back: a queue without end serves nobody. */
const longestQueue = 150;
let running = 0;
const waiting: (() => void)[] = [];

/**
 * The argon2id hash of a password, ready to be stored.
 * @throws DomainError "tooBusy" when too many wait for theirs
 */
export function hashPassword(password: string): Promise<string> {
  return inTurn(() => hash(password, settings));
}

let dummy: Promise<string> | undefined;

/**
 * Whether the password is that of the hash. Without a hash (nobody of that name, or somebody who never chose a password)
 * the same work is done against a dummy, so that the time of the answer tells nothing.
 */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  dummy ??= hashPassword(randomBytes(24).toString("base64url"));
  const standIn = await dummy;
  const against = stored ?? standIn;
  // A hash that cannot be read matches nothing.
  const matches = await inTurn(() => verify(against, password).catch(() => false));
  return matches && stored !== null;
}

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (waiting.length >= longestQueue) throw new DomainError("tooBusy", { seconds: 10 });
  if (running >= atOnce) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running -= 1;
  }
}

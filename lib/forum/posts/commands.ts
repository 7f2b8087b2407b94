import type { Actor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";

/** Two sendings of one form come one after the other: the second waits for the first one's commit. */
export async function lockSubmission(tx: Tx, _actor: Actor, submissionKey: string): Promise<void> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${submissionKey}, 0))`;
}

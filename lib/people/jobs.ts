import { offerPasswordReset } from "@/lib/people/passwords/commands";
import { systemActor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import type { Jobs } from "@/lib/platform/jobs/queue";

const hour = 3_600_000;

/** Mails the link for a new password that somebody asked for. */
export async function sendPasswordReset(payload: Jobs["send-password-reset"], at: Date): Promise<void> {
  // After an outage of a day nobody waits for the link any more, and a link nobody waits for is only a risk.
  if (at.getTime() - new Date(payload.askedAt).getTime() > 24 * hour) return;
  await inTransaction((tx) =>
    offerPasswordReset(tx, systemActor("password-reset", at), { email: payload.email }),
  );
}

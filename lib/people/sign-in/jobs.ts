import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

const keptDays = 30;

/** Removes sign-ins and password links that ended a month ago: the log keeps what has to be known of them. */
export async function sweepSignIns(actor: Actor): Promise<void> {
  authorise(actor.kind === "system");
  const before = new Date(actor.at.getTime() - keptDays * 86_400_000);
  await db.signIn.deleteMany({ where: { expiresAt: { lt: before } } });
  await db.passwordReset.deleteMany({ where: { expiresAt: { lt: before } } });
}

import "server-only";
import { hashOfSecret } from "@/lib/people/secret-link";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** What a link for a new password is still good for. Reading it changes nothing. */
export async function getResetState(
  actor: Actor,
  token: string,
): Promise<"open" | "used" | "expired" | "unknown"> {
  const row = await db.passwordReset.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: { usedAt: true, expiresAt: true, person: { select: { disabledAt: true } } },
  });
  if (!row) return "unknown";
  if (row.usedAt) return "used";
  return row.expiresAt <= actor.at || row.person.disabledAt ? "expired" : "open";
}

import "server-only";
import { ownPerson } from "@/lib/people/policy";
import { hashOfSecret } from "@/lib/people/secret-link";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** What a link that confirms an address is still good for. Reading it changes nothing. */
export async function findEmailChange(
  actor: Actor,
  token: string,
): Promise<{ state: "open" | "expired"; email: string } | { state: "unknown" }> {
  const row = await db.emailChange.findUnique({
    where: { tokenHash: hashOfSecret(token) },
    select: { email: true, expiresAt: true, person: { select: { disabledAt: true } } },
  });
  if (!row) return { state: "unknown" };
  const isOver = row.expiresAt <= actor.at || row.person.disabledAt !== null;
  return { state: isOver ? "expired" : "open", email: row.email };
}

/** The address that one has asked to use and not confirmed yet. */
export async function findWaitingEmail(actor: Actor): Promise<string | null> {
  const row = await db.emailChange.findFirst({
    where: { personId: ownPerson(actor), expiresAt: { gt: actor.at } },
    select: { email: true },
  });
  return row?.email ?? null;
}

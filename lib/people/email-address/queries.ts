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

/** One's own address, when mails to it came back so often that none are sent; null while they arrive. */
export async function findUnreachableAddress(actor: Actor): Promise<string | null> {
  const person = await db.person.findUnique({ where: { id: ownPerson(actor) }, select: { email: true } });
  const known = await db.mailAddress.findFirst({
    where: { address: person?.email ?? "", unreachableAt: { not: null } },
    select: { address: true },
  });
  return known?.address ?? null;
}

import "server-only";
import { createHash } from "node:crypto";
import { subscriptionOfToken } from "@/lib/newsletter/subscribing/token";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** What a subscription is to: a programme, or (null) all. */
export type Scope = { shortTitle: string; lang: string } | null;

const scope = { select: { shortTitle: true, lang: true } } as const;

/** What a mailed link confirms, or null when there is no such request any more. Reading it changes nothing. */
export async function findRequest(
  actor: Actor,
  token: string,
): Promise<{ programme: Scope; isExpired: boolean } | null> {
  const request = await db.newsletterRequest.findUnique({
    where: { tokenHash: createHash("sha256").update(token).digest("hex") },
    select: { expiresAt: true, programme: scope },
  });
  return request && { programme: request.programme, isExpired: request.expiresAt <= actor.at };
}

/**
 * What the link of an issue ends, or null when it is none of ours; `isOver` when it has ended. Whoever holds it needs not
 * be signed in: it was mailed to the one address that it concerns.
 */
export async function findSubscription(
  _actor: Actor,
  token: string,
): Promise<{ isOver: true } | { isOver: false; programme: Scope } | null> {
  const id = subscriptionOfToken(token);
  if (!id) return null;
  const subscription = await db.newsletterSubscription.findUnique({
    where: { id },
    select: { programme: scope },
  });
  return subscription ? { isOver: false, programme: subscription.programme } : { isOver: true };
}

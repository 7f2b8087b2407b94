import type { Actor } from "@/lib/platform/actor";
import { ProofNeededError } from "@/lib/platform/errors";

/** Minutes for which a proof of who somebody is stands behind sensitive changes. */
export const proofMinutes = 10;

/** Whether the person proved a short while ago who they are: by signing in, or by the page that asks again. */
export function isRecentlyProved({ provedAt, at }: Pick<Actor, "provedAt" | "at">): boolean {
  return provedAt !== null && at.getTime() - provedAt.getTime() < proofMinutes * 60_000;
}

/**
 * Guards what a stolen sign-in must not reach: ways to sign in, the power to give power, the end of people's access.
 * @throws ProofNeededError
 */
export function assertRecentlyProved(actor: Pick<Actor, "provedAt" | "at">): void {
  if (!isRecentlyProved(actor)) throw new ProofNeededError();
}

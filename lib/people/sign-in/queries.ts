import "server-only";
import { canAdminister } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { idleHours } from "@/lib/platform/sign-in-token";

export type SignInRow = { id: string; device: string | null; createdAt: Date; lastSeenAt: Date };

/** The sign-ins of a person that still hold: one's own, or anybody's for the administrator. */
export async function listSignIns(actor: Actor, personId: string): Promise<SignInRow[]> {
  authorise(actor.personId === personId || canAdminister(actor), "sign-ins");
  return db.signIn.findMany({
    where: {
      personId,
      endedAt: null,
      expiresAt: { gt: actor.at },
      lastSeenAt: { gt: new Date(actor.at.getTime() - idleHours * 3_600_000) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: { id: true, device: true, createdAt: true, lastSeenAt: true },
  });
}

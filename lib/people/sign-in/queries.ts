import "server-only";
import { canAdminister } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";
import { signInLimits } from "@/lib/platform/sign-in-token";

export type SignInRow = {
  id: string;
  device: string | null;
  network: string | null;
  createdAt: Date;
  lastSeenAt: Date;
  secondFactorAt: Date | null;
};

/** Whether this browser's sign-in awaits its code. */
export async function awaitsCode(actor: Actor, signInId: string | null): Promise<boolean> {
  if (!signInId) return false;
  const held = await db.signIn.count({
    where: { id: signInId, endedAt: null, pendingUntil: { gt: actor.at }, person: { disabledAt: null } },
  });
  return held > 0;
}

/** Why the sign-in that this browser holds is good no more; null when it is, or when there was none. */
export type EndOfSignIn = "idle" | "expired" | "ended" | "codeLate";

/** What to tell somebody who has to sign in anew. Says nothing of whose sign-in it was. */
export async function findEndOfSignIn(actor: Actor, signInId: string | null): Promise<EndOfSignIn | null> {
  const row = signInId
    ? await db.signIn.findUnique({
        where: { id: signInId },
        select: { endedAt: true, expiresAt: true, lastSeenAt: true, pendingUntil: true },
      })
    : null;
  if (!row) return null;
  if (row.endedAt) return row.pendingUntil ? null : "ended";
  if (row.pendingUntil) return row.pendingUntil <= actor.at ? "codeLate" : null;
  if (row.expiresAt <= actor.at) return "expired";
  return row.lastSeenAt.getTime() <= actor.at.getTime() - signInLimits().idle ? "idle" : null;
}

/** The sign-ins of a person that still hold: one's own, or anybody's for the administrator. */
export async function listSignIns(actor: Actor, personId: string): Promise<SignInRow[]> {
  authorise(actor.personId === personId || canAdminister(actor), "sign-ins");
  return db.signIn.findMany({
    where: {
      personId,
      endedAt: null,
      pendingUntil: null,
      expiresAt: { gt: actor.at },
      lastSeenAt: { gt: new Date(actor.at.getTime() - signInLimits().idle) },
    },
    orderBy: [{ lastSeenAt: "desc" }, { id: "asc" }],
    select: {
      id: true,
      device: true,
      network: true,
      createdAt: true,
      lastSeenAt: true,
      secondFactorAt: true,
    },
  });
}

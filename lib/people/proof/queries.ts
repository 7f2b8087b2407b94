import "server-only";
import { ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** What one is asked for to prove who one is: by neither, one signs in anew through the provider. */
export async function getMeansOfProof(actor: Actor): Promise<{ password: boolean; code: boolean }> {
  const { passwordHash, factor } = found(
    await db.person.findUnique({
      where: { id: ownPerson(actor) },
      select: { passwordHash: true, factor: { select: { confirmedAt: true } } },
    }),
    "person",
  );
  return { password: passwordHash !== null, code: Boolean(factor?.confirmedAt) };
}

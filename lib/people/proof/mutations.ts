import "server-only";
import { passwordMatches } from "@/lib/people/passwords/hashing";
import { ownPerson } from "@/lib/people/policy";
import { getMeansOfProof } from "@/lib/people/proof/queries";
import type { ProveAgain } from "@/lib/people/proof/schema";
import { spendCode } from "@/lib/people/second-factor/commands";
import type { Actor } from "@/lib/platform/actor";
import { db, inTransaction } from "@/lib/platform/db";
import { DomainError, found } from "@/lib/platform/errors";
import { log } from "@/lib/platform/log";
import { consume, forgive } from "@/lib/platform/rate-limit";

/**
 * Proves anew who one is, before a sensitive change: by the password, and by a code where there is a second factor.
 * @throws DomainError "people.presentPasswordWrong", "people.codeWrong", "people.proofBySignIn", "tooManyAttempts"
 */
export async function proveAgain(
  actor: Actor,
  input: Pick<ProveAgain, "password" | "code">,
  from: { signInId: string | null },
): Promise<void> {
  const personId = ownPerson(actor);
  const means = await getMeansOfProof(actor);
  if (!means.password && !means.code) throw new DomainError("people.proofBySignIn");
  if (means.password) await checkPassword(personId, input.password);
  if (means.code) {
    if (!input.code) throw new DomainError("required", {}, "code");
    await consume("second-factor", personId);
  }
  await inTransaction(async (tx) => {
    if (means.code) await spendCode(tx, actor, { personId, code: input.code ?? "" });
    const { count } = await tx.signIn.updateMany({
      where: { id: found(from.signInId, "sign-in"), personId, endedAt: null },
      data: { provedAt: actor.at, ...(means.code ? { secondFactorAt: actor.at } : {}) },
    });
    found(count || null, "sign-in");
  });
  if (means.code) await forgive("second-factor", personId);
}

async function checkPassword(personId: string, password: string | undefined): Promise<void> {
  if (!password) throw new DomainError("required", {}, "password");
  await consume("sign-in", `password ${personId}`);
  const { passwordHash } = found(
    await db.person.findFirst({
      where: { id: personId, disabledAt: null },
      select: { passwordHash: true },
    }),
    "person",
  );
  if (!(await passwordMatches(passwordHash, password))) {
    log.warn({ event: "people.proofRefused", personId });
    throw new DomainError("people.presentPasswordWrong", {}, "password");
  }
  await forgive("sign-in", `password ${personId}`);
}

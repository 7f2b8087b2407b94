import { beforeAll, describe, expect, test } from "vitest";
import { hashPassword } from "@/lib/people/passwords/hashing";
import { proveAgain } from "@/lib/people/proof/mutations";
import { getMeansOfProof } from "@/lib/people/proof/queries";
import { loadActorFacts } from "@/lib/people/queries";
import { visitorActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { ProofNeededError } from "@/lib/platform/errors";
import { assertRecentlyProved, isRecentlyProved } from "@/lib/platform/recent-proof";
import { actorFor, withoutRecentProof } from "@/tests/support/actors";
import { denied } from "@/tests/support/denied";
import { aPerson, aSignIn, moment } from "@/tests/support/factories";
import { aSecondFactor } from "@/tests/support/second-factor";
import { codeOf } from "@/tests/support/totp";

const password = "quattro parole scelte a caso";
let passwordHash: string;
let one: Awaited<ReturnType<typeof longSignedIn>>;
let other: Awaited<ReturnType<typeof longSignedIn>>;
beforeAll(async () => {
  passwordHash = await hashPassword(password);
  [one, other] = [await longSignedIn(), await longSignedIn()];
});

async function longSignedIn() {
  const person = await aPerson({ passwordHash });
  const { id } = await aSignIn(person.id);
  return { actor: withoutRecentProof(actorFor(person.id)), personId: person.id, signInId: id };
}
const provedAt = async (signInId: string) => (await loadActorFacts(signInId, moment))?.provedAt ?? null;

describe("proving anew who one is", () => {
  test("by the password makes the sign-in good for sensitive changes", async () => {
    const { actor, signInId } = await longSignedIn();
    expect(await provedAt(signInId)).toBeNull();
    const wrong = proveAgain(actor, { password: "sbagliata ma lunga" }, { signInId });
    await expect(wrong).rejects.toMatchObject({ code: "people.presentPasswordWrong", field: "password" });
    await expect(proveAgain(actor, {}, { signInId })).rejects.toMatchObject({ field: "password" });
    expect(await provedAt(signInId)).toBeNull();
    await proveAgain(actor, { password }, { signInId });
    expect(await provedAt(signInId)).toEqual(moment);
  });

  test("asks for the code too where there is one, and uses it up", async () => {
    const { actor, personId, signInId } = await longSignedIn();
    const { secret, recovery } = await aSecondFactor(personId);
    await db.signIn.update({ where: { id: signInId }, data: { secondFactorAt: moment } });
    expect(await getMeansOfProof(actor)).toEqual({ password: true, code: true });
    await expect(proveAgain(actor, { password }, { signInId })).rejects.toMatchObject({ field: "code" });
    const wrong = proveAgain(actor, { password, code: "000000" }, { signInId });
    await expect(wrong).rejects.toMatchObject({ code: "people.codeWrong" });
    expect(await provedAt(signInId)).toBeNull();
    await proveAgain(actor, { password, code: codeOf(secret, moment) }, { signInId });
    expect(await provedAt(signInId)).toEqual(moment);
    const again = proveAgain(actor, { password, code: codeOf(secret, moment) }, { signInId });
    await expect(again).rejects.toMatchObject({ code: "people.codeWrong" });
    await proveAgain(actor, { password, code: recovery[0] ?? "" }, { signInId });
  });

  test("is not possible here without password and code: one signs in through the provider", async () => {
    const { id } = await aPerson();
    const signIn = await aSignIn(id);
    await expect(proveAgain(actorFor(id), {}, { signInId: signIn.id })).rejects.toMatchObject({
      code: "people.proofBySignIn",
    });
  });

  test("is slowed down", async () => {
    const { actor, signInId } = await longSignedIn();
    for (let time = 0; time < 10; time += 1) {
      await proveAgain(actor, { password: `tentativo numero ${time}` }, { signInId }).catch(() => null);
    }
    await expect(proveAgain(actor, { password }, { signInId })).rejects.toMatchObject({
      code: "tooManyAttempts",
    });
  });

  denied("proveAgain", "to a visitor", () =>
    proveAgain(visitorActor(moment), { password }, { signInId: null }),
  );
  denied("proveAgain", "in somebody else’s sign-in", () =>
    proveAgain(one.actor, { password }, { signInId: other.signInId }),
  );
});

test("a proof holds for ten minutes", () => {
  const proved = (seconds: number) => ({
    provedAt: moment,
    at: new Date(moment.getTime() + seconds * 1000),
  });
  expect(isRecentlyProved(proved(599))).toBe(true);
  expect(isRecentlyProved(proved(600))).toBe(false);
  expect(isRecentlyProved({ provedAt: null, at: moment })).toBe(false);
  expect(() => assertRecentlyProved(proved(600))).toThrow(ProofNeededError);
});

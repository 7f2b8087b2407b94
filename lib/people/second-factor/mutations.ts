import "server-only";
import { tellOfAccessChange } from "@/lib/people/commands";
import { ownPerson } from "@/lib/people/policy";
import { issueRecoveryCodes } from "@/lib/people/second-factor/commands";
import { mayEnrol } from "@/lib/people/second-factor/policy";
import { isRequired } from "@/lib/people/second-factor/queries";
import { candidateLife, newTotpSecret, stepOfCode, totpPurpose } from "@/lib/people/second-factor/totp";
import { endSignIns } from "@/lib/people/sign-in/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import { DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { consume, forgive } from "@/lib/platform/rate-limit";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";
import { open, seal } from "@/lib/platform/secret-box";

/**
 * Makes a secret for a second factor of one's own, which counts only once a code of it was given: the first one, or one
 * that is to replace the present one.
 * @throws ProofNeededError; DomainError "people.secondFactorShared" for accounts that everybody may use
 */
export async function beginSecondFactor(actor: Actor): Promise<void> {
  const personId = ownPerson(actor);
  assertRecentlyProved(actor);
  const data = { candidate: seal(newTotpSecret(), totpPurpose(personId)), candidateAt: actor.at };
  await inTransaction(async (tx) => {
    const person = found(
      await tx.person.findFirst({ where: { id: personId, disabledAt: null }, select: { isDemo: true } }),
      "person",
    );
    if (!mayEnrol(person, env().demoSignIn)) throw new DomainError("people.secondFactorShared");
    await tx.secondFactor.upsert({
      where: { personId },
      create: { personId, ...data },
      update: data,
      select: { personId: true },
    });
  });
}

/**
 * Makes the secret that was set up count, by a code of it; hands out recovery codes. Other sign-ins end: they were opened
 * without it.
 * @returns the recovery codes, which cannot be read again
 */
export async function confirmSecondFactor(
  actor: Actor,
  input: { code: string },
  from: { signInId: string | null },
): Promise<{ codes: string[] }> {
  const personId = ownPerson(actor);
  assertRecentlyProved(actor);
  await consume("second-factor", personId);
  const issued = await inTransaction(async (tx) => {
    const row = found(
      await tx.secondFactor.findUnique({
        where: { personId },
        select: { candidate: true, candidateAt: true, confirmedAt: true },
      }),
      "second factor being set up",
    );
    const isOpen = row.candidateAt !== null && actor.at.getTime() - row.candidateAt.getTime() < candidateLife;
    const secret = isOpen && row.candidate ? open(row.candidate, totpPurpose(personId)) : null;
    if (!secret) throw new DomainError("people.setupLapsed");
    const step = stepOfCode(secret, input.code, actor.at, 0);
    if (step === null) throw new DomainError("people.codeWrong", {}, "code");
    const { count } = await tx.secondFactor.updateMany({
      where: { personId, candidate: row.candidate },
      data: {
        secret: row.candidate,
        confirmedAt: actor.at,
        lastStep: step,
        candidate: null,
        candidateAt: null,
      },
    });
    if (count === 0) throw new DomainError("people.setupLapsed");
    if (from.signInId) {
      await tx.signIn.updateMany({
        where: { id: from.signInId, personId, endedAt: null },
        data: { secondFactorAt: actor.at },
      });
    }
    await endSignIns(tx, actor, { personId, except: from.signInId });
    const codes = await issueRecoveryCodes(tx, actor, { personId });
    const eventId = await recordEvent(tx, actor, {
      kind: row.confirmedAt ? "people.secondFactorReplaced" : "people.secondFactorAdded",
      subject: { kind: "person", id: personId },
    });
    const what = row.confirmedAt ? "secondFactorReplaced" : "secondFactorAdded";
    await tellOfAccessChange(tx, actor, { personId, what, eventId });
    return { codes };
  });
  await forgive("second-factor", personId);
  return issued;
}

/**
 * Takes one's own second factor away, where one's roles do not ask for it.
 * @throws ProofNeededError; DomainError "people.secondFactorRequired"
 */
export async function removeSecondFactor(actor: Actor): Promise<void> {
  const personId = ownPerson(actor);
  assertRecentlyProved(actor);
  if (await isRequired(actor)) throw new DomainError("people.secondFactorRequired");
  await inTransaction(async (tx) => {
    const { count } = await tx.secondFactor.deleteMany({ where: { personId, confirmedAt: { not: null } } });
    found(count || null, "second factor");
    await tx.recoveryCode.deleteMany({ where: { personId } });
    // What was proved with it stands for nothing should the roles ask for one later on.
    await tx.signIn.updateMany({ where: { personId, endedAt: null }, data: { secondFactorAt: null } });
    const eventId = await recordEvent(tx, actor, {
      kind: "people.secondFactorRemoved",
      subject: { kind: "person", id: personId },
    });
    await tellOfAccessChange(tx, actor, { personId, what: "secondFactorRemoved", eventId });
  });
}

/**
 * New recovery codes of one's own in place of the ones before.
 * @returns the codes, which cannot be read again
 */
export async function renewRecoveryCodes(actor: Actor): Promise<{ codes: string[] }> {
  const personId = ownPerson(actor);
  assertRecentlyProved(actor);
  return inTransaction(async (tx) => {
    // Locked, so that of two who renew at once the second replaces what the first handed out.
    const rows = await tx.$queryRaw<{ id: string }[]>`select person_id as id from second_factor
      where person_id = ${personId}::uuid and confirmed_at is not null for update`;
    found(rows[0], "second factor");
    const codes = await issueRecoveryCodes(tx, actor, { personId });
    const eventId = await recordEvent(tx, actor, {
      kind: "people.recoveryCodesRenewed",
      subject: { kind: "person", id: personId },
    });
    await tellOfAccessChange(tx, actor, { personId, what: "recoveryCodesRenewed", eventId });
    return { codes };
  });
}

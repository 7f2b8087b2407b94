import { tellOfAccessChange } from "@/lib/people/commands";
import {
  hashOfRecoveryCode,
  isRecoveryCode,
  newRecoveryCodes,
} from "@/lib/people/second-factor/recovery-codes";
import { stepOfCode, totpPurpose } from "@/lib/people/second-factor/totp";
import { type Actor, personActor } from "@/lib/platform/actor";
import type { Tx } from "@/lib/platform/db";
import { authorise, DomainError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { log } from "@/lib/platform/log";
import { open } from "@/lib/platform/secret-box";

/**
 * Uses up a code of a person: one of the app, or a recovery code. Each is good once, and of two who give the same one at
 * the same moment one gets through.
 * @throws DomainError "people.codeWrong" at the field `code`
 */
export async function spendCode(
  tx: Tx,
  actor: Actor,
  input: { personId: string; code: string },
): Promise<void> {
  authorise(actor.kind !== "system", "give a code");
  if (await spendAppCode(tx, actor.at, input)) return;
  if (!(await spendRecoveryCode(tx, actor.at, input))) {
    log.warn({ event: "people.codeRefused", personId: input.personId });
    throw new DomainError("people.codeWrong", {}, "code");
  }
  const person = personActor({ personId: input.personId, assignments: [] }, actor.at);
  const eventId = await recordEvent(tx, person, {
    kind: "people.recoveryCodeUsed",
    subject: { kind: "person", id: input.personId },
  });
  await tellOfAccessChange(tx, person, { personId: input.personId, what: "recoveryCodeUsed", eventId });
}

async function spendAppCode(tx: Tx, at: Date, input: { personId: string; code: string }): Promise<boolean> {
  const { personId, code } = input;
  const factor = await tx.secondFactor.findUnique({
    where: { personId },
    select: { secret: true, lastStep: true },
  });
  const secret = factor?.secret && open(factor.secret, totpPurpose(personId));
  const step = secret && stepOfCode(secret, code, at, factor.lastStep);
  if (!step) return false;
  const { count } = await tx.secondFactor.updateMany({
    where: { personId, secret: factor.secret, lastStep: { lt: step } },
    data: { lastStep: step },
  });
  return count === 1;
}

async function spendRecoveryCode(
  tx: Tx,
  at: Date,
  { personId, code }: { personId: string; code: string },
): Promise<boolean> {
  if (!isRecoveryCode(code)) return false;
  const { count } = await tx.recoveryCode.updateMany({
    where: { personId, codeHash: hashOfRecoveryCode(code), usedAt: null },
    data: { usedAt: at },
  });
  return count === 1;
}

/**
 * New recovery codes in place of the ones before, of one's own.
 * @returns the codes, which cannot be read again
 */
export async function issueRecoveryCodes(
  tx: Tx,
  actor: Actor,
  input: { personId: string },
): Promise<string[]> {
  authorise(actor.personId === input.personId, "issue recovery codes");
  const codes = newRecoveryCodes();
  await tx.recoveryCode.deleteMany({ where: { personId: input.personId } });
  await tx.recoveryCode.createMany({
    data: codes.map((code) => ({
      personId: input.personId,
      codeHash: hashOfRecoveryCode(code),
      createdAt: actor.at,
    })),
  });
  return codes;
}

import { hashOfRecoveryCode, newRecoveryCodes } from "@/lib/people/second-factor/recovery-codes";
import { newTotpSecret, totpPurpose } from "@/lib/people/second-factor/totp";
import { db } from "@/lib/platform/db";
import { seal } from "@/lib/platform/secret-box";
import { moment } from "@/tests/support/factories";

/** Gives a person a second factor that counts, with its recovery codes. */
export async function aSecondFactor(personId: string): Promise<{ secret: string; recovery: string[] }> {
  const secret = newTotpSecret();
  const recovery = newRecoveryCodes();
  await db.secondFactor.create({
    data: { personId, secret: seal(secret, totpPurpose(personId)), confirmedAt: moment },
    select: { personId: true },
  });
  await db.recoveryCode.createMany({
    data: recovery.map((code) => ({ personId, codeHash: hashOfRecoveryCode(code), createdAt: moment })),
  });
  return { secret, recovery };
}

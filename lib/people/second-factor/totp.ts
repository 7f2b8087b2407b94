import { generateSecret, generateURI, verifySync } from "otplib";
import type { Purpose } from "@/lib/platform/secret-box";

const period = 30;

/** Milliseconds for which a secret can be set up. */
export const candidateLife = 30 * 60_000;

/** A new secret, as apps take it (base32, 160 bits). */
export const newTotpSecret = (): string => generateSecret();

/** What a person's secret is sealed for. */
export const totpPurpose = (personId: string): Purpose => ({ use: "second factor", of: personId });

/** The address that an app reads from the drawing. */
export function totpAddress(secret: string, account: string): string {
  return generateURI({ issuer: "Sperimenta", label: account, secret });
}

/**
 * The step of a code that is right at a moment, or null. Clocks differ: the step before and the one after count too, but
 * none up to `after`, the last one used.
 */
export function stepOfCode(secret: string, code: string, at: Date, after: number): number | null {
  if (!/^\d{6}$/.test(code)) return null;
  const result = verifySync({
    secret,
    token: code,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: period,
    afterTimeStep: after,
  });
  return result.valid && "timeStep" in result ? result.timeStep : null;
}

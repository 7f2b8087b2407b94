import { createHash, randomInt } from "node:crypto";

/** How many are handed out at once. */
export const recoveryCodeCount = 10;

// Base32 without the look-alikes: sixteen characters are 80 random bits.
const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
const length = 16;

/** New recovery codes: "ABCD-EFGH-IJKL-MNOP". */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: recoveryCodeCount }, () => {
    const characters = Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join("");
    return characters.replace(/(.{4})(?=.)/g, "$1-");
  });
}

/** What the table holds of a code, however it was typed. 80 random bits need no slow hash. */
export function hashOfRecoveryCode(code: string): string {
  return createHash("sha256").update(bare(code)).digest("hex");
}

/** Whether a text has the form of a recovery code. */
export function isRecoveryCode(text: string): boolean {
  return bare(text).length === length;
}

function bare(code: string): string {
  return code.toUpperCase().replace(/[^A-Z2-7]/g, "");
}

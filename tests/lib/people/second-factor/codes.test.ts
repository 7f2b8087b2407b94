import { describe, expect, test } from "vitest";
import {
  hashOfRecoveryCode,
  isRecoveryCode,
  newRecoveryCodes,
} from "@/lib/people/second-factor/recovery-codes";
import { asksForSecondFactor } from "@/lib/people/second-factor/requirement";
import { stepOfCode, totpAddress } from "@/lib/people/second-factor/totp";
import { moment } from "@/tests/support/factories";
import { codeOf } from "@/tests/support/totp";

// RFC 6238, appendix B: the secret "12345678901234567890", of whose eight digits an app of six shows the last.
const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";
const seconds = (count: number) => new Date(count * 1000);
const inSeconds = (count: number) => new Date(moment.getTime() + count * 1000);

describe("a code of the app", () => {
  test.each([
    [59, "287082"],
    [1_111_111_109, "081804"],
    [1_234_567_890, "005924"],
    [2_000_000_000, "279037"],
  ])("at second %s is the one of RFC 6238", (time, code) => {
    expect(stepOfCode(secret, code, seconds(time), 0)).toBe(Math.floor(time / 30));
  });

  test("counts one step early and one late, and no further", () => {
    const code = codeOf(secret, moment);
    const step = Math.floor(moment.getTime() / 30_000);
    for (const shift of [-30, 0, 30]) expect(stepOfCode(secret, code, inSeconds(shift), 0)).toBe(step);
    for (const shift of [-61, 61]) expect(stepOfCode(secret, code, inSeconds(shift), 0)).toBeNull();
  });

  test("counts only after the last one used", () => {
    const step = Math.floor(moment.getTime() / 30_000);
    expect(stepOfCode(secret, codeOf(secret, moment), moment, step - 1)).toBe(step);
    expect(stepOfCode(secret, codeOf(secret, moment), moment, step)).toBeNull();
    expect(stepOfCode(secret, codeOf(secret, inSeconds(-30)), moment, step)).toBeNull();
  });

  test.each(["", "12345", "1234567", "12345a", "١٢٣٤٥٦"])("is six digits, not %j", (text) => {
    expect(stepOfCode(secret, text, moment, 0)).toBeNull();
  });

  test("comes from a secret that the drawing names", () => {
    const address = new URL(totpAddress(secret, "ada@ente.test"));
    expect(address.searchParams.get("secret")).toBe(secret);
    expect(address.searchParams.get("issuer")).toBe("Sperimenta");
    expect(decodeURIComponent(address.pathname)).toContain("ada@ente.test");
  });
});

describe("recovery codes", () => {
  test("are ten, all different, of eighty bits", () => {
    const codes = newRecoveryCodes();
    expect(new Set(codes).size).toBe(10);
    for (const code of codes) expect(code).toMatch(/^[A-Z2-7]{4}(-[A-Z2-7]{4}){3}$/);
  });

  test("are the same however they are typed", () => {
    const [code = ""] = newRecoveryCodes();
    for (const typed of [code.toLowerCase(), code.replaceAll("-", " "), ` ${code.replaceAll("-", "")} `]) {
      expect(hashOfRecoveryCode(typed)).toBe(hashOfRecoveryCode(code));
      expect(isRecoveryCode(typed)).toBe(true);
    }
    expect(isRecoveryCode(code.slice(0, -1))).toBe(false);
    expect(isRecoveryCode("123456")).toBe(false);
  });
});

describe("the rules of who needs a second factor", () => {
  const holds = (...roles: string[]) => roles.map((role) => ({ role }) as { role: "STAFF" });

  test("name roles, also some that do not exist yet", () => {
    const rules = { roles: ["EXPERT", "DESK"] };
    expect(asksForSecondFactor(holds("STAFF", "EXPERT"), rules)).toBe(true);
    expect(asksForSecondFactor(holds("ADMINISTRATOR"), rules)).toBe(false);
    expect(asksForSecondFactor([], rules)).toBe(false);
  });

  test("are strict where none is in force or readable", () => {
    for (const missing of [null, undefined, {}, { roles: "all" }]) {
      expect(asksForSecondFactor(holds("ADMINISTRATOR"), missing)).toBe(true);
      expect(asksForSecondFactor(holds("PRIVACY_OFFICER"), missing)).toBe(true);
      expect(asksForSecondFactor(holds("STAFF"), missing)).toBe(false);
    }
  });
});

import { describe, expect, test } from "vitest";
import { commonPasswords } from "@/lib/people/passwords/common-passwords";
import { assertGoodPassword } from "@/lib/people/passwords/password-rules";
import { DomainError } from "@/lib/platform/errors";

const person = { email: "marta.querciola@ente.test", givenName: "Marta", familyName: "Querciola" };

const faultOf = (password: string): string | null => {
  try {
    assertGoodPassword(password, person);
    return null;
  } catch (error) {
    if (error instanceof DomainError && error.field === "password") return error.code;
    throw error;
  }
};

describe("a password", () => {
  test.each([
    "quattro parole scelte a caso",
    "Zg7-kLm2#qW9",
    "la mia nonna cucinava il baccalà",
    `${"x".repeat(20)}${" y ".repeat(20)}zw`,
    "🦊 volpe rossa nel bosco",
    "Marta ama le querce di Valfiorita",
    `frase lunga ${"molto ".repeat(30)}`,
  ])("%s is good", (password) => {
    expect(faultOf(password)).toBeNull();
  });

  test.each([
    ["", "people.passwordShort"],
    ["undici lett", "people.passwordShort"],
    ["🦊🦊🦊🦊🦊🦊", "people.passwordShort"],
    ["y".repeat(257), "people.passwordLong"],
    ["password1234", "people.passwordCommon"],
    ["P4ssw0rd-P4ssw0rd".replaceAll("4", "a").replaceAll("0", "o"), "people.passwordCommon"],
    ["Password2026!", "people.passwordCommon"],
    ["forza_inter1908", "people.passwordCommon"],
    ["ForzaJuventus", "people.passwordCommon"],
    ["ti amo per sempre", "people.passwordCommon"],
    ["cambiami2026", "people.passwordCommon"],
    ["qwertyuiop123", "people.passwordCommon"],
    ["123456789012", "people.passwordCommon"],
    ["012345678901234567", "people.passwordCommon"],
    ["abcdefghijklm", "people.passwordCommon"],
    ["aaaaaaaaaaaaaaaa", "people.passwordCommon"],
    ["testtesttesttest", "people.passwordCommon"],
    ["Sperimenta2026", "people.passwordCommon"],
    ["marta.querciola@ente.test", "people.passwordPersonal"],
    ["MartaQuerciola", "people.passwordPersonal"],
    ["querciola marta 1980", "people.passwordPersonal"],
    ["marta.querciola", "people.passwordPersonal"],
    ["querciolaquerciola", "people.passwordPersonal"],
  ])("%s is refused: %s", (password, code) => {
    expect(faultOf(password)).toBe(code);
  });

  test("the list holds words as they are compared: lower case, without signs", () => {
    const odd = [...commonPasswords].filter((one) => one !== one.toLowerCase() || /[^\p{L}\p{N}]/u.test(one));
    expect(odd).toEqual([]);
    expect(commonPasswords.size).toBeGreaterThan(300);
  });
});

import { commonPasswords } from "@/lib/people/passwords/common-passwords";
import { DomainError } from "@/lib/platform/errors";

/** Length counts more than kinds of character; long phrases are welcome, only the cost of hashing bounds them. */
export const shortest = 12;
export const longest = 256;

/**
 * Guards the choice of a password.
 * @throws DomainError at the field `password`
 */
export function assertGoodPassword(
  password: string,
  person: { email: string; givenName: string; familyName: string },
): void {
  const length = [...password].length;
  if (length < shortest) throw new DomainError("people.passwordShort", { min: shortest }, "password");
  if (length > longest) throw new DomainError("people.passwordLong", { max: longest }, "password");
  if (isPersonal(password, person)) throw new DomainError("people.passwordPersonal", {}, "password");
  if (isCommon(password)) throw new DomainError("people.passwordCommon", {}, "password");
}

function isCommon(password: string): boolean {
  const plain = simplify(password);
  const core = plain.replace(/^\d+|\d+$/g, "");
  return (
    commonPasswords.has(plain) ||
    commonPasswords.has(core) ||
    core.length < 3 ||
    new Set(plain).size < 4 ||
    isRun(plain) ||
    commonPasswords.has(repeated(core))
  );
}

function isPersonal(
  password: string,
  person: { email: string; givenName: string; familyName: string },
): boolean {
  const core = simplify(password).replace(/^\d+|\d+$/g, "");
  const [local = ""] = person.email.split("@");
  const given = simplify(person.givenName);
  const family = simplify(person.familyName);
  return [simplify(person.email), simplify(local), given + family, family + given, given, family]
    .filter((one) => one.length > 0)
    .some((one) => core === one || core === one + one || simplify(password) === one);
}

/** Lower case without accents, spaces and signs: "Forza_Inter 1908!" → "forzainter1908". */
function simplify(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^\p{Letter}\p{Number}]/gu, "");
}

/** The part of which a text is a repetition, else the text: "testtesttest" → "test". */
function repeated(text: string): string {
  for (let size = 1; size <= text.length / 2; size += 1) {
    if (text.length % size === 0 && text.slice(0, size).repeat(text.length / size) === text) {
      return text.slice(0, size);
    }
  }
  return text;
}

/** "123456789012", "abcdefghijkl", "987654321098": each character follows the one before. */
function isRun(text: string): boolean {
  const codes = [...text].map((one) => one.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  const follows = (step: number) => (one: number) => one === step || one === -9 * step;
  return steps.every(follows(1)) || steps.every(follows(-1));
}

import { createHash } from "node:crypto";

/**
 * An identifier that follows from what it is of (RFC 9562, version 8): the same mail, handed on twice, makes the same post
 * and the same files, which the database takes once.
 */
export function identifierOf(...parts: readonly (string | number)[]): string {
  const digest = createHash("sha256").update(parts.join(" ")).digest();
  digest[6] = ((digest[6] ?? 0) & 0x0f) | 0x80;
  digest[8] = ((digest[8] ?? 0) & 0x3f) | 0x80;
  return digest.toString("hex", 0, 16).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import { sessionSecret } from "@/lib/platform/env";

const form = "v1";
const ivBytes = 12;
const tagBytes = 16;

/** What a sealed text is for, and of whom: it opens for the same two alone. */
export type Purpose = { use: string; of: string };

/**
 * Encrypts a secret that the portal has to read again (AES-256-GCM). The key is derived from the portal's own secret and
 * the purpose, so that a copy of the database alone tells nothing, and a row put in another's place does not open.
 */
export function seal(text: string, purpose: Purpose): string {
  const iv = randomBytes(ivBytes);
  const cipher = createCipheriv("aes-256-gcm", keyFor(purpose.use), iv).setAAD(Buffer.from(purpose.of));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return `${form}.${Buffer.concat([iv, cipher.getAuthTag(), sealed]).toString("base64url")}`;
}

/** The text that was sealed, or null when it was sealed for something else, under another secret, or was changed. */
export function open(box: string, purpose: Purpose): string | null {
  const [version, content = ""] = box.split(".");
  const bytes = Buffer.from(content, "base64url");
  if (version !== form || bytes.length < ivBytes + tagBytes) return null;
  const decipher = createDecipheriv("aes-256-gcm", keyFor(purpose.use), bytes.subarray(0, ivBytes))
    .setAAD(Buffer.from(purpose.of))
    .setAuthTag(bytes.subarray(ivBytes, ivBytes + tagBytes));
  try {
    return decipher.update(bytes.subarray(ivBytes + tagBytes), undefined, "utf8") + decipher.final("utf8");
  } catch {
    return null;
  }
}

/** A key for one use, derived from the portal's own secret: knowing it tells nothing of the others. */
export function keyFor(use: string): Buffer {
  return Buffer.from(hkdfSync("sha256", sessionSecret(), "sperimenta", use, 32));
}

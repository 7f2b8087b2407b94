import { createHash, randomBytes } from "node:crypto";
import { type Locale, pathnames } from "@/lib/platform/i18n/routing";

/** A secret for a link, and what the database keeps of it: whoever reads the table cannot follow the link. */
export function newSecret(): { token: string; tokenHash: string } {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashOfSecret(token) };
}

/** What the table holds for the secret of a link. */
export function hashOfSecret(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The path of a page opened by a secret; the mail puts the portal's address before it. */
export function secretPath(
  page: "/invitation/[token]" | "/password/[token]" | "/email-address/[token]",
  token: string,
  locale: Locale,
): string {
  const path = locale === "it" ? pathnames[page].it : `/${locale}${page}`;
  return path.replace("[token]", token);
}

const invitationPath = /^\/(?:invito|en\/invitation)\/([\w-]{20,100})$/;

/** The secret of an invitation out of the path of its page; null for any other path. */
export function invitationSecretOf(path: string): string | null {
  return invitationPath.exec(path)?.[1] ?? null;
}

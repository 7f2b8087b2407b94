import { z } from "zod";

/** What an identity provider says of somebody who has just proved to it who they are. */
export type Claims = {
  issuer: string;
  subject: string;
  /** in lower case, and only when the provider has verified it */
  verifiedEmail: string | null;
  givenName: string | null;
  familyName: string | null;
  acr: string | null;
  amr: string[];
  secondFactor: boolean;
};

const text = z.string().trim().min(1).max(300);
const optional = <Schema extends z.ZodType>(schema: Schema) => schema.nullish().catch(null);

const rawSchema = z.object({
  iss: text,
  sub: text.max(255),
  email: optional(z.string().trim().toLowerCase().max(254).pipe(z.email())),
  // Some providers write the boolean as text.
  email_verified: optional(z.union([z.boolean(), z.stringbool()])),
  given_name: optional(text.max(100)),
  family_name: optional(text.max(100)),
  acr: optional(text),
  amr: optional(z.array(text).max(20)),
});

/**
 * The claims that count, out of all that a provider sent; null when it does not say who it is about.
 * @param strongAcr the levels (`acr`) that stand for a second factor; `amr` with "mfa" (RFC 8176) does too
 */
export function readClaims(raw: unknown, strongAcr: readonly string[]): Claims | null {
  const parsed = rawSchema.safeParse(raw);
  if (!parsed.success) return null;
  const { iss, sub, email, email_verified, given_name, family_name, acr, amr } = parsed.data;
  return {
    issuer: iss,
    subject: sub,
    verifiedEmail: email_verified === true ? (email ?? null) : null,
    givenName: given_name ?? null,
    familyName: family_name ?? null,
    acr: acr ?? null,
    amr: amr ?? [],
    secondFactor: (acr != null && strongAcr.includes(acr)) || (amr?.includes("mfa") ?? false),
  };
}

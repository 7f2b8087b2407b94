import { LRUCache } from "lru-cache";
import { decode, encode } from "next-auth/jwt";
import { env, sessionSecret } from "@/lib/platform/env";

const hour = 3_600_000;

/** How long the browser's token can be read: longer than any sign-in lasts, so that the person is told why it ended. */
const tokenSeconds = 7 * 24 * 3600;

/**
 * Which row the tokens of the last minutes name. To derive the key and decrypt anew took a thirtieth of a page, at each
 * request. It decides nothing: whether the sign-in still holds is looked up in its row each time.
 */
const named = new LRUCache<string, string>({ max: 10_000, ttl: 10 * 60_000 });

/** Milliseconds after which a sign-in ends: without a request, and in any case. */
export function signInLimits(): { idle: number; absolute: number } {
  const { SIGN_IN_IDLE_HOURS, SIGN_IN_MAX_HOURS } = env();
  return { idle: SIGN_IN_IDLE_HOURS * hour, absolute: SIGN_IN_MAX_HOURS * hour };
}

/** The cookie that carries the sign-in: bound to the host where the scheme allows it. */
export function signInCookie(): {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean };
} {
  const secure = env().isHttps;
  return {
    name: secure ? "__Host-sign-in" : "sign-in",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}

/** The cookie's value for a sign-in row. */
export function encodeSignIn(signInId: string): Promise<string> {
  return encode({ token: { signInId }, secret: sessionSecret(), maxAge: tokenSeconds });
}

/** The sign-in row named by a cookie, or null when the value is forged, broken or too old. */
export async function decodeSignIn(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  const known = named.get(value);
  if (known) return known;
  try {
    const token = await decode({ token: value, secret: sessionSecret() });
    if (typeof token?.signInId !== "string") return null;
    named.set(value, token.signInId);
    return token.signInId;
  } catch {
    return null;
  }
}

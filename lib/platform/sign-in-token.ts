import { decode, encode } from "next-auth/jwt";
import { env, sessionSecret } from "@/lib/platform/env";

/** Hours after which a sign-in ends even when used. */
export const absoluteHours = 12;
/** Hours without a request after which a sign-in ends. */
export const idleHours = 2;

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
  return encode({ token: { signInId }, secret: sessionSecret(), maxAge: absoluteHours * 3600 });
}

/** The sign-in row named by a cookie, or null when the value is forged, broken or too old. */
export async function decodeSignIn(value: string | undefined): Promise<string | null> {
  if (!value) return null;
  try {
    const token = await decode({ token: value, secret: sessionSecret() });
    return typeof token?.signInId === "string" ? token.signInId : null;
  } catch {
    return null;
  }
}

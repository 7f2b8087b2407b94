import "server-only";
import { cookies, headers } from "next/headers";
import { deviceOf } from "@/lib/people/sign-in/device";
import type { Circumstances } from "@/lib/people/sign-in/mutations";
import { clientKey, networkOf } from "@/lib/platform/client-key";
import { clientHeader, proxiedHeader } from "@/lib/platform/server/client-address";
import { decodeSignIn, encodeSignIn, signInCookie } from "@/lib/platform/sign-in-token";

/** What a request says of the browser behind it. The two headers are written by the portal's own server alone. */
export function circumstancesOf(
  given: { get(name: string): string | null },
  replaces: string | null,
): Circumstances {
  const address = given.get(clientHeader) ?? "unknown";
  return {
    client: clientKey(address),
    network: networkOf(address),
    proxied: given.get(proxiedHeader) !== null,
    device: deviceOf(given.get("user-agent")),
    replaces,
  };
}

/** What the present request says of the browser behind it. */
export async function circumstances(): Promise<Circumstances> {
  return circumstancesOf(await headers(), await presentSignIn());
}

/** The sign-in that this browser holds, good or not. */
export async function presentSignIn(): Promise<string | null> {
  return decodeSignIn((await cookies()).get(signInCookie().name)?.value);
}

/** Hands a new sign-in to the browser; it ends with the browser, and on the server by its own terms. */
export async function keepSignIn(signInId: string): Promise<void> {
  const { name, options } = signInCookie();
  (await cookies()).set(name, await encodeSignIn(signInId), options);
}

/** Takes the sign-in out of the browser. */
export async function dropSignIn(): Promise<void> {
  const { name, options } = signInCookie();
  (await cookies()).set(name, "", { ...options, maxAge: 0 });
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/platform/env";

/** What a signed identifier is good for: a link that coordinators hand out, a guest who said a name. */
export type GuestSecretUse = "guest link" | "guest";

const form = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})([\w-]{43})$/;

/** An identifier with the portal's signature: nobody makes one up, and the database holds nothing that opens a door. */
export function guestSecret(use: GuestSecretUse, id: string): string {
  return id.replaceAll("-", "") + signature(use, id);
}

/** The identifier in a secret, or null when it is forged or was made for something else. */
export function idOfGuestSecret(use: GuestSecretUse, secret: string): string | null {
  const [, ...parts] = form.exec(secret) ?? [];
  const id = parts.slice(0, 5).join("-");
  const expected = Buffer.from(signature(use, id));
  const received = Buffer.from(parts[5] ?? "");
  return expected.length === received.length && timingSafeEqual(expected, received) ? id : null;
}

function signature(use: GuestSecretUse, id: string): string {
  return createHmac("sha256", sessionSecret()).update(`session ${use} ${id}`).digest("base64url");
}

import { createHmac, timingSafeEqual } from "node:crypto";
import { sessionSecret } from "@/lib/platform/env";

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The secret part of a person's calendar address. Nothing is stored: raising the person's `feedVersion` makes every
 * earlier address stop working.
 */
export function feedToken(personId: string, version: number): string {
  return `${personId}.${version}.${signature(personId, version)}`;
}

/**
 * The person named by a calendar address, or null when it is forged. The caller still compares `version` with the
 * person's present `feedVersion` (see `findFeedPerson`).
 */
export function personOfFeedToken(token: string): { personId: string; version: number } | null {
  const [personId = "", digits = "", given = ""] = token.split(".");
  const version = Number(digits);
  if (!uuid.test(personId) || !/^\d{1,9}$/.test(digits)) return null;
  const expected = Buffer.from(signature(personId, version));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received)
    ? { personId, version }
    : null;
}

function signature(personId: string, version: number): string {
  return createHmac("sha256", sessionSecret())
    .update(`calendar feed ${personId} ${version}`)
    .digest("base64url");
}

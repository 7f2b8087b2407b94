import { createHmac, timingSafeEqual } from "node:crypto";
import { keyFor } from "@/lib/platform/secret-box";

const form = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-NEWSLETTER-([0-9a-f]{40})$/;

/**
 * The secret that ends one subscription, and does nothing else; of the form of those that end other mails. Nothing is
 * stored, and it is known as ours when the subscription is gone: whoever presses twice is told that it has ended.
 */
export function endingToken(subscriptionId: string): string {
  return `${subscriptionId.replaceAll("-", "")}-NEWSLETTER-${signature(subscriptionId)}`;
}

/** The subscription that a token ends, or null when it is none of ours. */
export function subscriptionOfToken(token: string): string | null {
  const parts = form.exec(token);
  if (!parts) return null;
  const id = parts.slice(1, 6).join("-");
  const given = Buffer.from(parts[6] ?? "");
  return timingSafeEqual(given, Buffer.from(signature(id))) ? id : null;
}

function signature(subscriptionId: string): string {
  return createHmac("sha256", keyFor("end of a newsletter"))
    .update(subscriptionId)
    .digest("hex")
    .slice(0, 40);
}

import type { Role } from "@/lib/platform/db/generated/enums";

const hour = 3_600_000;

/** How long an invitation holds: a day for the keys of the portal, two weeks for everything else. */
export function expiryOf(role: Role, at: Date): Date {
  return new Date(at.getTime() + (role === "ADMINISTRATOR" ? 24 : 14 * 24) * hour);
}

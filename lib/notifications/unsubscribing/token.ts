import { createHmac, timingSafeEqual } from "node:crypto";
import { type OpenGroup, openGroups } from "@/lib/notifications/groups";
import { keyFor } from "@/lib/platform/secret-box";

/** Whose mails a token ends: those of a group, or the digests. */
export type Ending = { personId: string; email: string; of: OpenGroup | "DIGEST" };

const endings: readonly Ending["of"][] = [...openGroups, "DIGEST"];
const form = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})-([A-Z]+)-([0-9a-f]{40})$/;

/**
 * The secret that ends mails of one kind for one person, and does nothing else. Nothing is stored: it holds for as long as
 * the person has the address to which it was mailed.
 */
export function unsubscribeToken(ending: Ending): string {
  return `${ending.personId.replaceAll("-", "")}-${ending.of}-${signature(ending)}`;
}

/** What a token speaks of, or null when it is none; whether it is genuine `isUnsubscribeToken` says. */
export function endingOfToken(token: string): Pick<Ending, "personId" | "of"> | null {
  const parts = form.exec(token);
  const of = endings.find((one) => one === parts?.[6]);
  return parts && of ? { personId: parts.slice(1, 6).join("-"), of } : null;
}

/** Whether a token is the one of this person, address and kind. */
export function isUnsubscribeToken(token: string, ending: Ending): boolean {
  const given = Buffer.from(token);
  const right = Buffer.from(unsubscribeToken(ending));
  return given.length === right.length && timingSafeEqual(given, right);
}

function signature({ personId, email, of }: Ending): string {
  return createHmac("sha256", keyFor("end of mails"))
    .update([personId, of, email].join(" "))
    .digest("hex")
    .slice(0, 40);
}

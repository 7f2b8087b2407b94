import "server-only";
import { openGroups, paceOf } from "@/lib/notifications/groups";
import { type Ending, endingOfToken, isUnsubscribeToken } from "@/lib/notifications/unsubscribing/token";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** Mails that a link ends: whose, of what, and the groups that still come so. */
export type EndingFound = Ending & { groups: (typeof openGroups)[number][] };

/**
 * What a link of a mail ends, or null when it is none of ours. Whoever holds it needs not be signed in: it was mailed to
 * the one person whom it concerns.
 */
export async function findEnding(_actor: Actor, token: string): Promise<EndingFound | null> {
  const named = endingOfToken(token);
  const person =
    named &&
    (await db.person.findFirst({
      where: { id: named.personId, disabledAt: null },
      select: { email: true, mailPaces: { select: { group: true, pace: true } } },
    }));
  if (!person) return null;
  const ending = { ...named, email: person.email };
  if (!isUnsubscribeToken(token, ending)) return null;
  const chosen = new Map(person.mailPaces.map(({ group, pace }) => [group, pace]));
  const ended = openGroups.filter((group) => {
    const pace = paceOf(group, chosen.get(group));
    return ending.of === "DIGEST"
      ? pace === "DAILY" || pace === "WEEKLY"
      : group === ending.of && pace !== "NEVER";
  });
  return { ...ending, groups: ended };
}

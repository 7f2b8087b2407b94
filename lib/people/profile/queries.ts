import "server-only";
import { feedToken } from "@/lib/people/feed-token";
import { inForce, ownPerson } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { found } from "@/lib/platform/errors";

/** One's own data: name, address, language, roles, the secret of the calendar address. */
export async function getProfile(actor: Actor) {
  const id = ownPerson(actor);
  const person = found(
    await db.person.findUnique({
      where: { id },
      select: {
        id: true,
        givenName: true,
        familyName: true,
        email: true,
        locale: true,
        isDemo: true,
        feedVersion: true,
        factor: { select: { confirmedAt: true } },
        roles: {
          where: inForce(actor.at),
          orderBy: [{ fromAt: "asc" }, { id: "asc" }],
          select: {
            id: true,
            role: true,
            fromAt: true,
            organisation: { select: { name: true, slug: true } },
            programme: { select: { shortTitle: true, slug: true, lang: true } },
          },
        },
      },
    }),
    "person",
  );
  const { feedVersion, factor, ...profile } = person;
  return {
    ...profile,
    hasSecondFactor: Boolean(factor?.confirmedAt),
    feedToken: feedToken(person.id, feedVersion),
  };
}

export type Profile = Awaited<ReturnType<typeof getProfile>>;

import "server-only";
import { canAdminister, namedFor, seesPeopleIn } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { type Found, programmeSelect } from "@/lib/search/results/found";

/** Organisations with what they say of themselves. */
export async function describeOrganisations(_actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const rows = await db.organisation.findMany({
    where: { id: { in: ids } },
    select: { id: true, slug: true, name: true, city: true, description: true },
  });
  return rows.map((row) => ({
    id: row.id,
    target: { kind: "organisation", slug: row.slug },
    title: row.name,
    text: [row.city, row.description].filter(Boolean).join(" · "),
    lang: "it",
    at: null,
    programme: null,
  }));
}

/** More roles of one person than a line can tell. */
const mostParts = 3;

/** People with those of their roles that the actor sees: names and roles, never an address. */
export async function describePeople(actor: Actor, ids: string[]): Promise<Found[]> {
  if (ids.length === 0) return [];
  const { everywhere, programmes, promoters } = seesPeopleIn(actor);
  const rows = await db.person.findMany({
    where: { AND: [{ id: { in: ids } }, namedFor(actor)] },
    select: {
      id: true,
      givenName: true,
      familyName: true,
      roles: {
        where: {
          AND: [
            { programmeId: { not: null } },
            { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
            everywhere
              ? {}
              : {
                  OR: [{ programmeId: { in: programmes } }, { programme: { promoterId: { in: promoters } } }],
                },
          ],
        },
        orderBy: { id: "desc" },
        take: mostParts,
        select: {
          role: true,
          programme: programmeSelect,
          organisation: { select: { id: true, shortName: true } },
        },
      },
    },
  });
  return rows.map(({ id, givenName, familyName, roles }) => ({
    id,
    target: {
      kind: "person",
      id,
      isAdministered: canAdminister(actor),
      bodyId: roles[0]?.organisation?.id ?? null,
    },
    title: `${givenName} ${familyName}`,
    text: "",
    lang: "it",
    at: null,
    parts: roles.flatMap(({ role, programme, organisation }) =>
      programme ? [{ role, programme: programme.shortTitle, body: organisation?.shortName ?? null }] : [],
    ),
    programme: roles[0]?.programme ?? null,
  }));
}

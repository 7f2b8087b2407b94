import "server-only";
import { namedFor, seesPeopleIn } from "@/lib/people/policy";
import type { Actor } from "@/lib/platform/actor";
import { db, Prisma } from "@/lib/platform/db";
import { partakingStates } from "@/lib/programmes/lifecycle";
import { idsOf, only } from "@/lib/search/found";
import type { Place } from "@/lib/search/place";
import { ownText, type Ranked, rank } from "@/lib/search/ranking/queries";

/** Organisations, which everybody may know; in one programme those that promote it, take part in it or are named by it. */
export async function findOrganisations(actor: Actor, { words, programmeId }: Place): Promise<Ranked> {
  const scope = programmeId
    ? Prisma.sql`(exists (select from programme g where g.id = ${programmeId}::uuid and g.promoter_id = p.id)
        or exists (select from enrolment e where e.programme_id = ${programmeId}::uuid and e.organisation_id = p.id
          and e.state::text = any(${[...partakingStates]}::text[]))
        or exists (select from programme_role n where n.programme_id = ${programmeId}::uuid and n.organisation_id = p.id))`
    : Prisma.sql`true`;
  return rank(actor, ownText(actor, "organisation", scope), words);
}

/**
 * People by their names, never by an address: those whom the actor sees in a programme, and in the one that is asked for
 * only when seen there. A visitor sees nobody.
 */
export async function findPeople(actor: Actor, { words, programmeId }: Place): Promise<Ranked> {
  if (actor.personId === null) return { rows: [], isCut: false };
  const source = ownText(actor, "person", roughlySeen(actor, programmeId));
  const found = await rank(actor, { ...source, isOfNames: true }, words);
  const where = { AND: [{ id: { in: idsOf(found) } }, namedFor(actor, programmeId)] };
  return only(found, await db.person.findMany({ where, select: { id: true } }));
}

/** Rows of people, called p, who have or had a role where the actor sees people; the policy decides. */
export function roughlySeen(actor: Actor, programmeId?: string): Prisma.Sql {
  const { everywhere, programmes, promoters } = seesPeopleIn(actor);
  if (everywhere && !programmeId) return Prisma.sql`true`;
  const seen = everywhere
    ? Prisma.sql`true`
    : Prisma.sql`(r.programme_id = any(${programmes}::uuid[]) or r.programme_id in (
        select g.id from programme g where g.promoter_id = any(${promoters}::uuid[])))`;
  return Prisma.sql`exists (select from role_assignment r where r.person_id = p.id and ${seen}
    and ${programmeId ? Prisma.sql`r.programme_id = ${programmeId}::uuid` : Prisma.sql`true`})`;
}

import { hashPassword } from "@/lib/people/passwords/hashing";
import { identifier, must, type Seeding } from "../store";
import { bodies, password, people } from "./cast";

export type Cast = {
  /** identifiers of organisations by slug */
  bodies: ReadonlyMap<string, string>;
  /** identifiers of persons by account */
  people: ReadonlyMap<string, string>;
};

/** Writes the invented bodies and people; one hash serves all, because the password is printed anyway. */
export async function seedCast({ tx, now }: Seeding): Promise<Cast> {
  const since = new Date(now.getTime() - 120 * 86_400_000);
  const bodyIds = new Map(bodies.map(({ slug }) => [slug, identifier(since)]));
  const personIds = new Map(people.map(({ account }) => [account, identifier(since)]));
  await tx.organisation.createMany({
    data: bodies.map((body) => ({ ...body, id: must(bodyIds, body.slug), isDemo: true, createdAt: since })),
  });
  const passwordHash = await hashPassword(password);
  await tx.person.createMany({
    data: people.map(({ account, givenName, familyName }) => ({
      id: must(personIds, account),
      givenName,
      familyName,
      email: `${account}@demo.test`,
      passwordHash,
      isDemo: true,
      createdAt: since,
    })),
  });
  return { bodies: bodyIds, people: personIds };
}

const inProgramme = new Set(["COORDINATOR", "EXPERT", "OBSERVER", "REFERENT", "STAFF"]);

/** Gives every person the role of the cast. */
export async function seedRoles(
  { tx }: Seeding,
  cast: Cast,
  programmeId: string,
  since: Date,
): Promise<void> {
  await tx.roleAssignment.createMany({
    data: people.map(({ account, role, body }) => ({
      personId: must(cast.people, account),
      role,
      organisationId: body ? must(cast.bodies, body) : null,
      programmeId: inProgramme.has(role) ? programmeId : null,
      fromAt: since,
    })),
  });
}

import { type Actor, type Assignment, personActor } from "@/lib/platform/actor";
import type { Role } from "@/lib/platform/db/generated/enums";
import { aPerson, aRole, moment } from "@/tests/support/factories";

type Scope = { programmeId?: string | null; organisationId?: string | null };

/** An actor for a person who exists, with the given roles, which are not written to the database. */
export function actorFor(personId: string, roles: ({ role: Role } & Scope)[] = [], at: Date = moment): Actor {
  const assignments: Assignment[] = roles.map(({ role, programmeId, organisationId }) => ({
    role,
    programmeId: programmeId ?? null,
    organisationId: organisationId ?? null,
  }));
  return personActor({ personId, assignments, provedAt: at }, at);
}

/** The same actor in a sign-in whose last proof lies longer back than sensitive changes allow. */
export function withoutRecentProof(actor: Actor): Actor {
  const { personId, assignments, seats, at } = actor;
  if (!personId) throw new Error("only people prove who they are");
  return personActor({ personId, assignments, seats, provedAt: new Date(at.getTime() - 10 * 60_000) }, at);
}

/** Makes a person with one role, in the database too, and the actor who is that person. */
export async function actorAs(
  role: Role,
  scope: Scope = {},
  at: Date = moment,
): Promise<Actor & { personId: string }> {
  const person = await aPerson();
  await aRole(person.id, role, scope);
  return actorFor(person.id, [{ role, ...scope }], at) as Actor & { personId: string };
}

/** A signed-in person without any role. */
export async function actorWithoutRole(at: Date = moment): Promise<Actor & { personId: string }> {
  const person = await aPerson();
  return actorFor(person.id, [], at) as Actor & { personId: string };
}

/** The same actor at another moment. */
export function later(actor: Actor, at: Date): Actor {
  if (!actor.personId) throw new Error("only people act later");
  const { personId, assignments, seats } = actor;
  return personActor({ personId, assignments, seats, provedAt: at }, at);
}

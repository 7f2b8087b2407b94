import "server-only";
import { canAdminister, canEndRole, canSeePeopleOf } from "@/lib/people/policy";
import { findProgrammeFacts } from "@/lib/people/programme-facts";
import { assignRole, keepSomeoneInCharge } from "@/lib/people/roles/commands";
import { scoped } from "@/lib/people/roles/role-scope";
import type { AssignRole } from "@/lib/people/roles/schema";
import { endSignIns } from "@/lib/people/sign-in/commands";
import type { Actor } from "@/lib/platform/actor";
import { inTransaction } from "@/lib/platform/db";
import { authorise, DomainError, found, NotFoundError } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";
import { assertRecentlyProved } from "@/lib/platform/recent-proof";

/** Gives a role to somebody who has an account. Acts at the person's next request. */
export async function grantRole(actor: Actor, input: AssignRole): Promise<{ personId: string }> {
  if (input.role === "ADMINISTRATOR") assertRecentlyProved(actor);
  const scope = scoped(input);
  await inTransaction(async (tx) => {
    const { isNew } = await assignRole(tx, actor, { personId: input.personId, ...scope });
    if (!isNew) throw new DomainError("people.hasRole", {}, "role");
  });
  return { personId: input.personId };
}

/** Ends a role. Acts at the person's next request. */
export async function endRole(
  actor: Actor,
  input: { id: string },
): Promise<{ personId: string; slug: string | null }> {
  return inTransaction(async (tx) => {
    const row = found(
      await tx.roleAssignment.findUnique({
        where: { id: input.id },
        select: {
          id: true,
          personId: true,
          role: true,
          organisationId: true,
          programmeId: true,
          fromAt: true,
          toAt: true,
        },
      }),
      "role",
    );
    const programme = row.programmeId
      ? await findProgrammeFacts(tx, { id: row.programmeId }, actor.at)
      : null;
    if (!canAdminister(actor) && !(programme && canSeePeopleOf(actor, programme)))
      throw new NotFoundError("role");
    authorise(canEndRole(actor, row), "end a role");
    if (row.role === "ADMINISTRATOR") assertRecentlyProved(actor);
    if (row.toAt && row.toAt <= actor.at) throw new DomainError("people.roleEndedAlready");
    await keepSomeoneInCharge(tx, actor, { personId: row.personId, roles: [row] });
    const { count } = await tx.roleAssignment.updateMany({
      where: { id: row.id, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
      data: { toAt: row.fromAt > actor.at ? row.fromAt : actor.at },
    });
    if (count === 0) throw new DomainError("people.roleEndedAlready");
    await recordEvent(tx, actor, {
      kind: "people.roleEnded",
      subject: { kind: "person", id: row.personId },
      programmeId: row.programmeId,
      organisationId: row.organisationId,
      data: { role: row.role },
    });
    return { personId: row.personId, slug: programme?.slug ?? null };
  });
}

/** Stops a person from signing in; present sign-ins end. What the person did stays. */
export async function disablePerson(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  authorise(canAdminister(actor), "disable a person");
  assertRecentlyProved(actor);
  return inTransaction(async (tx) => {
    const person = found(
      await tx.person.findUnique({
        where: { id: input.id },
        select: {
          id: true,
          disabledAt: true,
          roles: {
            where: { fromAt: { lte: actor.at }, OR: [{ toAt: null }, { toAt: { gt: actor.at } }] },
            select: { role: true, organisationId: true, programmeId: true },
          },
        },
      }),
      "person",
    );
    await keepSomeoneInCharge(tx, actor, { personId: person.id, roles: person.roles });
    const { count } = await tx.person.updateMany({
      where: { id: person.id, disabledAt: null },
      data: { disabledAt: actor.at },
    });
    if (count === 0) throw new DomainError("people.disabledAlready");
    await endSignIns(tx, actor, { personId: person.id });
    await recordEvent(tx, actor, {
      kind: "people.personDisabled",
      subject: { kind: "person", id: person.id },
    });
    return { id: person.id };
  });
}

/** Lets a disabled person sign in again, with the roles that still hold. */
export async function enablePerson(actor: Actor, input: { id: string }): Promise<{ id: string }> {
  authorise(canAdminister(actor), "enable a person");
  return inTransaction(async (tx) => {
    const { count } = await tx.person.updateMany({
      where: { id: input.id, disabledAt: { not: null } },
      data: { disabledAt: null },
    });
    found(count || null, "disabled person");
    await recordEvent(tx, actor, { kind: "people.personEnabled", subject: { kind: "person", id: input.id } });
    return { id: input.id };
  });
}

import { canAdminister, canAppointCoordinator, needsCoordinator, type RoleScope } from "@/lib/people/policy";
import { findProgrammeFacts } from "@/lib/people/programme-facts";
import type { Actor } from "@/lib/platform/actor";
import { Prisma, type Tx } from "@/lib/platform/db";
import { authorise, DomainError, found } from "@/lib/platform/errors";
import { recordEvent } from "@/lib/platform/events";

/**
 * Names the first coordinator of a programme: called in the transaction that opens or clones it, by the programme
 * manager of the promoter or the administrator.
 */
export async function appointCoordinator(
  tx: Tx,
  actor: Actor,
  input: { programmeId: string; personId: string },
): Promise<void> {
  const programme = found(await findProgrammeFacts(tx, { id: input.programmeId }, actor.at), "programme");
  authorise(canAppointCoordinator(actor, programme), "appoint a coordinator");
  await giveRole(tx, actor, {
    personId: input.personId,
    role: "COORDINATOR",
    organisationId: null,
    programmeId: programme.id,
  });
}

/** Gives a role to somebody who has an account; the administrator alone. */
export async function assignRole(
  tx: Tx,
  actor: Actor,
  input: RoleScope & { personId: string },
): Promise<{ isNew: boolean }> {
  authorise(canAdminister(actor), "assign a role");
  found(
    await tx.person.findFirst({ where: { id: input.personId, disabledAt: null }, select: { id: true } }),
    "person",
  );
  return giveRole(tx, actor, input);
}

/**
 * Writes the role of an accepted invitation, on behalf of the person who accepts. The right to it was checked when the
 * invitation was written, and the caller has just used that up.
 */
export async function takeInvitedRole(
  tx: Tx,
  actor: Actor,
  input: RoleScope & { personId: string },
): Promise<{ isNew: boolean }> {
  authorise(actor.personId === input.personId, "take an invited role");
  return giveRole(tx, actor, input);
}

async function giveRole(
  tx: Tx,
  actor: Actor,
  input: RoleScope & { personId: string },
): Promise<{ isNew: boolean }> {
  const { personId, role, organisationId, programmeId } = input;
  // Of two who give the same role at once, the index lets one through and the other finds it held already.
  const { count } = await tx.roleAssignment.createMany({
    data: [{ personId, role, organisationId, programmeId, fromAt: actor.at }],
    skipDuplicates: true,
  });
  if (count === 0) return { isNew: false };
  await recordEvent(tx, actor, {
    kind: "people.roleAssigned",
    subject: { kind: "person", id: personId },
    programmeId,
    organisationId,
    data: { role },
  });
  return { isNew: true };
}

/**
 * Guards the end of a role: a running programme keeps a coordinator, the portal an administrator. The rows are locked,
 * so that two who end each other's role at once do not leave nobody.
 * @throws DomainError "people.lastCoordinator", "people.lastAdministrator"
 */
export async function keepSomeoneInCharge(
  tx: Tx,
  actor: Actor,
  leaving: { personId: string; roles: RoleScope[] },
): Promise<void> {
  if (leaving.roles.some((one) => one.role === "ADMINISTRATOR")) {
    const others = await othersInCharge(tx, actor, leaving.personId, Prisma.sql`r.role = 'ADMINISTRATOR'`);
    if (others === 0) throw new DomainError("people.lastAdministrator");
  }
  for (const { role, programmeId } of leaving.roles) {
    if (role !== "COORDINATOR" || !programmeId) continue;
    const programme = await findProgrammeFacts(tx, { id: programmeId }, actor.at);
    if (!programme || !needsCoordinator.includes(programme.state)) continue;
    const others = await othersInCharge(
      tx,
      actor,
      leaving.personId,
      Prisma.sql`r.role = 'COORDINATOR' and r.programme_id = ${programmeId}::uuid`,
    );
    if (others === 0) throw new DomainError("people.lastCoordinator", { programme: programme.shortTitle });
  }
}

async function othersInCharge(tx: Tx, actor: Actor, personId: string, which: Prisma.Sql): Promise<number> {
  const rows = await tx.$queryRaw<{ personId: string }[]>`select r.person_id as "personId"
    from role_assignment r join person p on p.id = r.person_id
    where ${which} and r.from_at <= ${actor.at} and (r.to_at is null or r.to_at > ${actor.at})
      and p.disabled_at is null
    order by r.id
    for update of r, p`;
  return rows.filter((row) => row.personId !== personId).length;
}

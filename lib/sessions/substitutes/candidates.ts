import type { Tx } from "@/lib/platform/db";
import { deputyRoles } from "@/lib/sessions/policy";

/** Somebody who may be chosen, with the body where it works for one. */
export type Candidate = { id: string; name: string; body: string | null };

/**
 * Who may come in a convened person's place: the people of the same body; for whoever is convened without a body, those
 * who hold the same role in the programme.
 */
export async function findSubstitutes(
  tx: Tx,
  convened: { personId: string; organisationId: string | null; programmeId: string },
  at: Date,
): Promise<Candidate[]> {
  const { personId, organisationId, programmeId } = convened;
  if (organisationId !== null) {
    return holders(
      tx,
      { programmeId, organisationId, role: { in: ["REFERENT", "STAFF"] } },
      { at, except: personId },
    );
  }
  const own = await tx.roleAssignment.findMany({
    where: { personId, programmeId, organisationId: null, ...holding(at) },
    select: { role: true },
  });
  const role = { in: own.map((one) => one.role) };
  return holders(tx, { programmeId, organisationId: null, role }, { at, except: personId });
}

/** Who may run a session in the coordinator's place: whoever works in the programme. */
export async function findDeputies(tx: Tx, programmeId: string, at: Date): Promise<Candidate[]> {
  return holders(tx, { programmeId, role: { in: [...deputyRoles] } }, { at, except: null });
}

type Held = NonNullable<Parameters<Tx["roleAssignment"]["findMany"]>[0]>["where"];

const holding = (at: Date) => ({ fromAt: { lte: at }, OR: [{ toAt: null }, { toAt: { gt: at } }] });

async function holders(
  tx: Tx,
  held: NonNullable<Held>,
  { at, except }: { at: Date; except: string | null },
): Promise<Candidate[]> {
  const rows = await tx.roleAssignment.findMany({
    where: {
      AND: [held, holding(at)],
      person: { disabledAt: null, ...(except ? { id: { not: except } } : {}) },
    },
    orderBy: [{ person: { familyName: "asc" } }, { person: { givenName: "asc" } }, { personId: "asc" }],
    distinct: ["personId"],
    select: {
      personId: true,
      person: { select: { givenName: true, familyName: true } },
      organisation: { select: { shortName: true } },
    },
  });
  return rows.map(({ personId, person, organisation }) => ({
    id: personId,
    name: `${person.givenName} ${person.familyName}`,
    body: organisation?.shortName ?? null,
  }));
}

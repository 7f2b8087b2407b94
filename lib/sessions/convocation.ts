import type { Tx } from "@/lib/platform/db";

/** Whom a session convenes: every body that takes part, or those named. */
export type Circle = { programmeId: string; allBodies: boolean; bodyIds: readonly string[] };

/** A person to be convened, for one body where it is there for one. */
export type Convened = { personId: string; organisationId: string | null };

/** Enrolments of bodies that are in the programme now. */
export const presentStates = ["SELECTED", "ACTIVE"] as const;

/**
 * The people a session convenes at a moment: referents and staff of its bodies, and the programme's experts and
 * coordinators. Who holds several roles is convened once, for a body where there is one.
 */
export async function findConvened(tx: Tx, circle: Circle, at: Date): Promise<Convened[]> {
  const rows = await tx.roleAssignment.findMany({
    where: {
      programmeId: circle.programmeId,
      fromAt: { lte: at },
      AND: [
        { OR: [{ toAt: null }, { toAt: { gt: at } }] },
        {
          OR: [
            { role: { in: ["COORDINATOR", "EXPERT"] } },
            {
              role: { in: ["REFERENT", "STAFF"] },
              organisation: {
                enrolments: {
                  some: { programmeId: circle.programmeId, state: { in: [...presentStates] } },
                },
              },
              ...(circle.allBodies ? {} : { organisationId: { in: [...circle.bodyIds] } }),
            },
          ],
        },
      ],
      person: { disabledAt: null },
    },
    orderBy: [{ fromAt: "asc" }, { id: "asc" }],
    select: { personId: true, organisationId: true },
  });
  const byPerson = new Map<string, Convened>();
  for (const row of rows) {
    const known = byPerson.get(row.personId);
    if (!known || (known.organisationId === null && row.organisationId !== null))
      byPerson.set(row.personId, row);
  }
  return [...byPerson.values()];
}

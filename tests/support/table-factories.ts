import { type Actor, personActor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { addTable, giveSeat } from "@/lib/tables/mutations";
import type { WorkingGroup } from "@/tests/support/document-factories";

type Person = Actor & { personId: string };

/** A thematic table of the group's programme, opened by its coordinator. */
export async function aTable(
  group: Pick<WorkingGroup, "programme" | "coordinator">,
  facts: { title?: string; aim?: string; isPublic?: boolean } = {},
): Promise<string> {
  const input = { title: "Spazi", aim: "", isPublic: false, lang: "it" as const, ...facts };
  return (await addTable(group.coordinator, { programmeId: group.programme.id, ...input })).id;
}

/**
 * Gives somebody a place at a table.
 * @returns the same person with the places that they have now
 */
export async function seated(
  group: Pick<WorkingGroup, "coordinator">,
  person: Person,
  place: { tableId: string; organisationId?: string; isCoordinator?: boolean },
): Promise<Person> {
  const { tableId, organisationId = null, isCoordinator = false } = place;
  await giveSeat(group.coordinator, {
    tableId,
    who: { personId: person.personId, organisationId },
    isCoordinator,
  });
  return withSeats(person);
}

/** The person as the sign-in gate would let them in now: with the places that they have. */
export async function withSeats(person: Person): Promise<Person> {
  const seats = await db.tableSeat.findMany({
    where: { personId: person.personId, toAt: null },
    select: {
      tableId: true,
      organisationId: true,
      isCoordinator: true,
      table: { select: { programmeId: true } },
    },
  });
  return personActor(
    {
      personId: person.personId,
      assignments: person.assignments,
      seats: seats.map(({ table, ...seat }) => ({ ...seat, ...table })),
      provedAt: person.at,
    },
    person.at,
  ) as Person;
}

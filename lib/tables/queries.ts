import "server-only";
import { inForce } from "@/lib/people/policy";
import { type Actor, seatedRoles } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise, found, NotFoundError } from "@/lib/platform/errors";
import { visibleTo as programmeVisibleTo } from "@/lib/programmes/policy";
import {
  canEditTables,
  canEndSeat,
  canEnterTable,
  canOpenTable,
  canSeatAt,
  tableVisibleTo,
} from "@/lib/tables/policy";
import { seatValue } from "@/lib/tables/schema";

/** Places that hold: not ended, of somebody who still works in the programme for the body that the place names. */
function seatsOf(actor: Actor, programmeId: string) {
  return {
    where: inForce(actor.at),
    orderBy: [
      { isCoordinator: "desc" as const },
      { organisation: { shortName: "asc" as const } },
      { person: { familyName: "asc" as const } },
      { id: "asc" as const },
    ],
    select: {
      id: true,
      personId: true,
      isCoordinator: true,
      fromAt: true,
      organisationId: true,
      organisation: { select: { name: true, shortName: true } },
      person: {
        select: {
          givenName: true,
          familyName: true,
          roles: {
            where: { programmeId, role: { in: [...seatedRoles] }, ...inForce(actor.at) },
            select: { organisationId: true },
          },
        },
      },
    },
  };
}

type Held = {
  organisationId: string | null;
  person: { roles: { organisationId: string | null }[] };
};

function holds({ organisationId, person }: Held): boolean {
  return person.roles.some((role) => role.organisationId === organisationId);
}

/** The tables of a programme in their order, with how many sit at each and whether the actor does. */
export async function listTables(actor: Actor, programmeId: string) {
  const tables = await db.workingTable.findMany({
    where: { AND: [{ programmeId }, tableVisibleTo(actor)] },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      title: true,
      aim: true,
      lang: true,
      isPublic: true,
      seats: seatsOf(actor, programmeId),
    },
  });
  return tables.map(({ seats, ...table }) => {
    const held = seats.filter(holds);
    return {
      ...table,
      people: held.length,
      bodies: new Set(held.flatMap(({ organisationId }) => organisationId ?? [])).size,
      leaders: held.filter((seat) => seat.isCoordinator).map(({ person }) => nameOf(person)),
      isMine: held.some((seat) => seat.personId === actor.personId),
    };
  });
}

export type ListedTable = Awaited<ReturnType<typeof listTables>>[number];

/** The tables that a programme shows to everybody: what they work on, and which bodies sit at them. */
export async function listPublicTables(actor: Actor, programmeId: string) {
  const tables = await db.workingTable.findMany({
    where: { programmeId, isPublic: true, programme: programmeVisibleTo(actor) },
    orderBy: { position: "asc" },
    select: {
      id: true,
      position: true,
      title: true,
      aim: true,
      lang: true,
      seats: seatsOf(actor, programmeId),
    },
  });
  return tables.map(({ seats, ...table }) => ({
    ...table,
    bodies: [
      ...new Set(seats.filter(holds).flatMap(({ organisation }) => organisation?.shortName ?? [])),
    ].toSorted((one, other) => one.localeCompare(other, "it")),
  }));
}

export type PublicTable = Awaited<ReturnType<typeof listPublicTables>>[number];

/** One table for the programme's people: who sits at it, and what the actor may do there. */
export async function getTable(actor: Actor, slug: string, id: string) {
  const programme = found(
    await db.programme.findFirst({
      where: { AND: [{ slug }, programmeVisibleTo(actor)] },
      select: { id: true },
    }),
    "programme",
  );
  const programmeId = programme.id;
  const { seats, ...table } = found(
    await db.workingTable.findFirst({
      where: { AND: [{ id, programmeId }, tableVisibleTo(actor)] },
      select: {
        id: true,
        position: true,
        title: true,
        aim: true,
        lang: true,
        isPublic: true,
        version: true,
        programmeId: true,
        seats: seatsOf(actor, programmeId),
      },
    }),
    "table",
  );
  if (!canEnterTable(actor, table)) throw new NotFoundError("table");
  const held = seats.filter(holds);
  const maySeat = canSeatAt(actor, table);
  return {
    ...table,
    seats: held.map(({ person, personId, organisation, ...seat }) => ({
      id: seat.id,
      isCoordinator: seat.isCoordinator,
      fromAt: seat.fromAt,
      name: nameOf(person),
      body: organisation,
      isOwn: personId === actor.personId,
      mayEnd: canEndSeat(actor, { ...seat, personId, table }),
    })),
    mayEdit: canEditTables(actor, table),
    maySeat,
    mayOpen: canOpenTable(actor, table),
    candidates: maySeat
      ? await listCandidates(
          actor,
          programmeId,
          held.map(({ personId }) => personId),
        )
      : [],
  };
}

export type TableView = Awaited<ReturnType<typeof getTable>>;

/** The people who sit at a table at the actor's moment, for jobs that tell of what is written there. */
export async function listSeatedPeople(actor: Actor, tableId: string): Promise<string[]> {
  authorise(actor.kind === "system");
  const table = await db.workingTable.findUnique({ where: { id: tableId }, select: { programmeId: true } });
  if (!table) return [];
  const { where, ...shown } = seatsOf(actor, table.programmeId);
  const seats = await db.tableSeat.findMany({ where: { ...where, tableId }, ...shown });
  return seats.filter(holds).map(({ personId }) => personId);
}

/** The places of a table, for its list. */
export async function listSeats(actor: Actor, slug: string, id: string) {
  return (await getTable(actor, slug, id)).seats;
}

export type SeatRow = TableView["seats"][number];

// Who works in the programme, for each body once: whoever works for two chooses for which they sit there.
async function listCandidates(actor: Actor, programmeId: string, seated: readonly string[]) {
  const roles = await db.roleAssignment.findMany({
    where: {
      programmeId,
      role: { in: [...seatedRoles] },
      personId: { notIn: [...seated] },
      ...inForce(actor.at),
    },
    orderBy: [
      { organisation: { shortName: "asc" } },
      { person: { familyName: "asc" } },
      { person: { givenName: "asc" } },
      { id: "asc" },
    ],
    select: {
      personId: true,
      organisationId: true,
      organisation: { select: { shortName: true } },
      person: { select: { givenName: true, familyName: true } },
    },
  });
  const named = roles.map(({ person, organisation, ...who }) => ({
    value: seatValue(who),
    name: nameOf(person),
    body: organisation?.shortName ?? null,
  }));
  return [...new Map(named.map((one) => [one.value, one])).values()];
}

function nameOf({ givenName, familyName }: { givenName: string; familyName: string }): string {
  return `${givenName} ${familyName}`;
}

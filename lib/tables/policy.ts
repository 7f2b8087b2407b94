import type { Actor } from "@/lib/platform/actor";
import type { WorkingTableWhereInput } from "@/lib/platform/db/generated/models";
import { memberRoles, visibleTo as programmeVisibleTo, readerRoles } from "@/lib/programmes/policy";

type Table = { programmeId: string; tableId: string | null };

/** Whether the actor is a delegate at a table, or leads it. */
export function sitsAt(actor: Actor, { programmeId, tableId }: Table): boolean {
  return actor.seats.some((seat) => seat.tableId === tableId && seat.programmeId === programmeId);
}

/** Whether the actor leads a table. */
export function leadsTable(actor: Actor, { programmeId, tableId }: Table): boolean {
  return actor.seats.some(
    (seat) => seat.tableId === tableId && seat.programmeId === programmeId && seat.isCoordinator,
  );
}

/** Tables that may be seen: all by the programme's people, public ones by everybody who sees the programme. */
export function tableVisibleTo(actor: Actor): WorkingTableWhereInput {
  return {
    OR: [
      { programmeId: { in: actor.programmesWith(...memberRoles) } },
      { isPublic: true, programme: programmeVisibleTo(actor) },
    ],
  };
}

/** Who sees who sits at a table, and what it works on: the programme's people. */
export function canEnterTable(actor: Actor, { programmeId }: { programmeId: string }): boolean {
  return actor.has(memberRoles, { programme: programmeId });
}

/** Who opens the space of a table: who sits at it, and those who read all bodies. */
export function canOpenTable(
  actor: Actor,
  { id, programmeId }: { id: string; programmeId: string },
): boolean {
  return actor.has(readerRoles, { programme: programmeId }) || sitsAt(actor, { programmeId, tableId: id });
}

/** Making, changing and removing tables, and saying who leads them. */
export function canEditTables(actor: Actor, { programmeId }: { programmeId: string }): boolean {
  return actor.has("COORDINATOR", { programme: programmeId });
}

/** Giving delegates a place at a table: who runs the programme, and who leads the table. */
export function canSeatAt(actor: Actor, { id, programmeId }: { id: string; programmeId: string }): boolean {
  return canEditTables(actor, { programmeId }) || leadsTable(actor, { programmeId, tableId: id });
}

/** Ending a place: a delegate's whoever gives such, a leader's who runs the programme, and everybody their own. */
export function canEndSeat(
  actor: Actor,
  seat: { personId: string; isCoordinator: boolean; table: { id: string; programmeId: string } },
): boolean {
  if (seat.personId === actor.personId) return true;
  return seat.isCoordinator ? canEditTables(actor, seat.table) : canSeatAt(actor, seat.table);
}

import type { Actor } from "@/lib/platform/actor";

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

import "server-only";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";
import { authorise } from "@/lib/platform/errors";

/** A table at which some people were given a place, with those who have it still; null when it is gone. */
export async function findSeats(actor: Actor, tableId: string, people: readonly string[]) {
  authorise(actor.kind === "system");
  const table = await db.workingTable.findUnique({
    where: { id: tableId },
    select: {
      id: true,
      title: true,
      programme: { select: { id: true, slug: true, shortTitle: true } },
      seats: { where: { personId: { in: [...people] }, toAt: null }, select: { personId: true } },
    },
  });
  if (!table) return null;
  const { seats, ...facts } = table;
  return { ...facts, people: seats.map(({ personId }) => personId) };
}

export type SeatFacts = NonNullable<Awaited<ReturnType<typeof findSeats>>>;

import "server-only";
import { ownBodies, spaceVisibleTo } from "@/lib/documents/policy";
import type { Circle } from "@/lib/documents/space-words";
import type { Actor } from "@/lib/platform/actor";
import { db } from "@/lib/platform/db";

/** The spaces of a programme that the actor may open: the common one, bodies' by name and tables' in their order. */
export async function listSpaces(actor: Actor, programmeId: string) {
  return db.documentSpace.findMany({
    where: { AND: [{ programmeId }, spaceVisibleTo(actor)] },
    orderBy: [{ organisation: { shortName: "asc" } }, { table: { position: "asc" } }],
    select: {
      id: true,
      organisationId: true,
      tableId: true,
      quotaBytes: true,
      usedBytes: true,
      organisation: { select: { id: true, shortName: true } },
      table: { select: { id: true, title: true } },
    },
  });
}

/** Bodies of a programme for which the actor works, with their names. */
export async function listOwnBodies(actor: Actor, programmeId: string) {
  const ids = ownBodies(actor)
    .filter((body) => body.programmeId === programmeId)
    .map((body) => body.organisationId);
  if (ids.length === 0) return [];
  return db.organisation.findMany({
    where: { id: { in: ids } },
    orderBy: { shortName: "asc" },
    select: { id: true, name: true, shortName: true },
  });
}

/** The circles to whose spaces the actor may add: the own bodies and tables; of tables all, for who runs the programme. */
export async function listOwnCircles(actor: Actor, programmeId: string): Promise<Circle[]> {
  const seats = actor.seats.map(({ tableId }) => tableId);
  const leads = actor.has(["COORDINATOR", "EXPERT"], { programme: programmeId });
  const [bodies, tables] = await Promise.all([
    listOwnBodies(actor, programmeId),
    leads || seats.length > 0
      ? db.workingTable.findMany({
          where: { programmeId, ...(leads ? {} : { id: { in: seats } }) },
          orderBy: { position: "asc" },
          select: { id: true, title: true },
        })
      : [],
  ]);
  return [
    ...bodies.map(({ id, shortName }) => ({ organisation: { id, shortName }, table: null })),
    ...tables.map((table) => ({ organisation: null, table })),
  ];
}

import { identifier, must, type Seeding } from "../store";
import type { Cast } from "./bodies";
import type { SessionKey } from "./session-keys";

/** From when to when each point of the first assistance session was spoken of, in minutes from its start. */
const runs: readonly (readonly [from: number, to: number])[] = [
  [4, 58],
  [58, 89],
  [92, 108],
  [108, 121],
];

/** Writes how long the points of the first assistance session took: the expert ran them, and they took a little longer. */
export async function seedLive(
  { tx }: Seeding,
  cast: Cast,
  sessions: ReadonlyMap<SessionKey, string>,
): Promise<void> {
  const { id, startsAt, agenda } = await tx.session.findUniqueOrThrow({
    where: { id: must(sessions, "first") },
    select: { id: true, startsAt: true, agenda: { orderBy: { position: "asc" }, select: { id: true } } },
  });
  const after = (minutes: number) => new Date(startsAt.getTime() + minutes * 60_000);
  await tx.agendaRun.createMany({
    data: runs.flatMap(([from, to], index) => {
      const point = agenda[index];
      if (!point) return [];
      return {
        id: identifier(after(from)),
        sessionId: id,
        agendaItemId: point.id,
        startedAt: after(from),
        endedAt: after(to),
        startedById: must(cast.people, "esperto"),
      };
    }),
  });
}

import { db } from "@/lib/platform/db";

/** Kinds of the events about a thing, in their order. */
export async function kindsOf(subjectId: string): Promise<string[]> {
  const events = await db.event.findMany({
    where: { subjectId },
    orderBy: { seq: "asc" },
    select: { kind: true },
  });
  return events.map(({ kind }) => kind);
}

/** The events about a thing, in their order. */
export function eventsOf(subjectId: string) {
  return db.event.findMany({
    where: { subjectId },
    orderBy: { seq: "asc" },
    select: { kind: true, actorId: true, data: true },
  });
}
